package dev.plumbline.assessment;

/// How thoroughly a design is assessed.
///
/// @param seed same design, settings and version give the same bytes
/// @param worlds how many worlds are simulated
/// @param requests how many requests are simulated in each world and situation, at most
/// @param threads how many worlds are simulated at a time; the result does not depend on it
public record Settings(long seed, int worlds, long requests, int threads) {
    public static final int USUAL_WORLDS = 64;
    public static final long USUAL_REQUESTS = 10_000;

    /// What `check` does unless told otherwise.
    public static final Settings USUAL =
            new Settings(42, USUAL_WORLDS, USUAL_REQUESTS, Runtime.getRuntime().availableProcessors());

    public Settings {
        if (worlds < 1 || requests < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "%d worlds of %d requests on %d threads cannot be simulated.".formatted(worlds, requests, threads));
        }
    }

    public Settings withSeed(long changed) {
        return new Settings(changed, worlds, requests, threads);
    }

    public Settings withWorlds(int changed) {
        return new Settings(seed, changed, requests, threads);
    }

    public Settings withRequests(long changed) {
        return new Settings(seed, worlds, changed, threads);
    }

    public Settings withThreads(int changed) {
        return new Settings(seed, worlds, requests, changed);
    }
}
