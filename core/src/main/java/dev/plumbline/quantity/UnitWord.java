package dev.plumbline.quantity;

import java.math.BigDecimal;

/// One word that names a unit: `ms`, `GB`, `USD`, `user`, `%`.
///
/// @param symbol the word as it is printed
/// @param factor how many base units one of it is, exactly; the base units are s, B, FLOP, J, kg, km, one unit of each
///     currency and one of each noun
public record UnitWord(String symbol, BigDecimal factor, Dimension dimension) {}
