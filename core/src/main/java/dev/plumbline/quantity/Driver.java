package dev.plumbline.quantity;

/// How much one unknown moves a result.
///
/// @param definition the name it is written under
/// @param ordinal its number among the unknowns written there, from 0
/// @param text the unknown as written, such as `4 .. 8 ms`
/// @param correlation C. Spearman's rank correlation (1904) over worlds, from -1 to 1
public record Driver(String definition, int ordinal, String text, double correlation) {}
