package dev.plumbline.probability;

/// Streams of random numbers by name, so that adding a station, a path or an unknown never shifts another's
/// draws, and two designs that are compared see the same luck wherever their names agree.
public record Streams(long seed) {
    private static final long FNV_PRIME = 0x100000001B3L;

    /// The stream of one thing's one purpose, such as `("ranker", "service")`, from its beginning.
    public Generator of(String name, String purpose) {
        return new Generator(seedOf(name, purpose));
    }

    /// The seed of that stream. FNV-1a over both names, then spread: the same on every machine.
    public long seedOf(String name, String purpose) {
        long mixed = absorbed(0xCBF29CE484222325L, name) * FNV_PRIME;
        return Generator.mixed(absorbed(mixed, purpose) ^ Generator.mixed(seed + 0x9E3779B97F4A7C15L));
    }

    /// The streams of one of many repetitions, such as a world, unrelated to those of any other.
    public Streams split(long index) {
        return new Streams(Generator.mixed(Generator.mixed(seed) + (index + 1) * 0x9E3779B97F4A7C15L));
    }

    private static long absorbed(long start, String text) {
        long mixed = start;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed;
    }
}
