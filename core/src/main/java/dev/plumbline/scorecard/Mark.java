package dev.plumbline.scorecard;

/// One item of the score, and what it is given.
///
/// @param number from 1 to 7
/// @param title what the item asks for
/// @param because what was found
/// @param todo what would give more; empty where nothing could
public record Mark(Section section, int number, String title, Points points, String because, String todo) {}
