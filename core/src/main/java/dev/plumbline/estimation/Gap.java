package dev.plumbline.estimation;

/// What a napkin leaves out because the design gives no grounds for it.
///
/// @param what the figures that are missing, and of what
/// @param mend the key that would give them
public record Gap(Topic topic, String what, String mend) {}
