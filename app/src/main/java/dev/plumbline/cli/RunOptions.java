package dev.plumbline.cli;

import dev.plumbline.assessment.Settings;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How thoroughly to simulate; shared by all commands that do.
final class RunOptions {
    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Same design, seed and version: same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "Worlds to draw: one value for each unknown in each. Default: " + Settings.USUAL_WORLDS + ".")
    private Optional<Integer> worlds = Optional.empty();

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "Requests to simulate in each world, at most. Default: " + Settings.USUAL_REQUESTS + ".")
    private Optional<Long> requests = Optional.empty();

    /// The settings with what was asked for.
    Settings settings() {
        return settings(Settings.USUAL);
    }

    /// The same where a command is usually content with other numbers of worlds and requests.
    Settings settings(Settings usual) {
        Settings settings = usual.withSeed(seed);
        if (worlds.isPresent()) {
            settings = settings.withWorlds(Math.toIntExact(positive("--worlds", worlds.get())));
        }
        if (requests.isPresent()) {
            settings = settings.withRequests(positive("--requests", requests.get()));
        }
        return settings;
    }

    private static long positive(String option, long number) {
        if (number < 1) {
            throw new Refused("%s takes a number from 1 up, not \"%d\"".formatted(option, number));
        }
        return number;
    }
}
