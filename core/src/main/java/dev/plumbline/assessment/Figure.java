package dev.plumbline.assessment;

/// An interval in the unit in which people read it.
///
/// @param interval the value and its 90 % interval, in that unit
/// @param unit the unit's name, such as `ms`, `USD/month` or `%`; empty for a plain number
public record Figure(Interval interval, String unit) {}
