package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A design that is quick to judge.
final class Tiny {
    static final String DESIGN = """
            design: tiny
            assume:
              visitors: {value: 40k .. 60k user, source: "the ledger of 2026"}
            workload:
              ask: {rate: visitors * 80 req/user/day, peak: 2}
            components:
              server: {kind: service, concurrency: 4, time: {exponential: 10 ms}}
            paths:
              ask: [server]
            requirements:
              quick: {must: p99 latency of ask <= TARGET at peak}
            """;

    private Tiny() {}

    /// Writes it as the design of the folder.
    static void in(Path folder, String target) throws IOException {
        Files.writeString(folder.resolve("design.yaml"), DESIGN.replace("TARGET", target));
    }
}
