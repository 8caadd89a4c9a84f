package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import java.util.Optional;

/// Draws how long a visit takes: the same for all, or so much more for each byte of its request.
final class Work {
    private final Sampler time;
    private final double perByte;
    private final Tokens tokens;

    private Work(Sampler time, double perByte, Tokens tokens) {
        this.time = time;
        this.perByte = perByte;
        this.tokens = tokens;
    }

    static Work of(Distribution time, Optional<Service.Sized> sized, Tokens tokens) {
        return new Work(
                sized.map(Service.Sized::alone).orElse(time).sampler(),
                sized.map(Service.Sized::perByte).orElse(0.0),
                tokens);
    }

    /// Seconds.
    double next(Generator generator, int token) {
        double seconds = time.next(generator);
        return perByte == 0 ? seconds : seconds + perByte * tokens.bytes[token];
    }
}
