package dev.plumbline.quantity;

/// How many worlds are looked at, and the seed of their draws. In each world every unknown has one value.
///
/// @param count at least 1
public record Worlds(int count, long seed) {
    public Worlds {
        if (count < 1) {
            throw new IllegalArgumentException("At least one world is needed, not %d.".formatted(count));
        }
    }
}
