package dev.plumbline.workshop;

/// An answer that may be taken.
///
/// @param text as a person would type it
/// @param reason why this one; empty if it is only usual
public record Proposal(String text, String reason) {}
