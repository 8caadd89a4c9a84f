package dev.plumbline.export;

/// What an exported file says of where it comes from.
///
/// @param version of this program
/// @param file the design's file name, without its folder
/// @param hash of the design's text, SHA-256 in hexadecimal digits
public record Stamp(String version, String file, String hash) {}
