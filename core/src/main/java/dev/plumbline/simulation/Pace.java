package dev.plumbline.simulation;

/// How long one step of a replica that writes tokens takes, in seconds: one pass of some tokens through the model,
/// which are one for each sequence that is being written and a piece of each prompt that is being read.
///
/// A step takes `fixed + linear(tokens) + head(sampled)` and, for each sequence in it, its attention:
/// `perCachedToken` for each token that a written one looks at, itself included; for a piece of a prompt the longer of
/// that for all tokens read so far and `perPair` for each pair of tokens. Values must not depend on anything else, and
/// equal paces must be `equals`, so that worlds that are alike are known to be.
public interface Pace {
    /// Whatever the tokens.
    double fixed();

    /// Layers that every token goes through.
    ///
    /// @param tokens at least 1
    double linear(int tokens);

    /// Choosing the next token of so many sequences.
    ///
    /// @param sampled at least 0
    double head(int sampled);

    /// For each token in the cache that a sequence looks at.
    double perCachedToken();

    /// For each pair of a token that is read and one that it looks at.
    double perPair();

    /// The same with every step taking so many times as long.
    default Pace slowed(double factor) {
        return factor == 1 ? this : new Slowed(this, factor);
    }

    /// A pace whose steps take `factor` times as long.
    record Slowed(Pace pace, double factor) implements Pace {
        @Override
        public double fixed() {
            return factor * pace.fixed();
        }

        @Override
        public double linear(int tokens) {
            return factor * pace.linear(tokens);
        }

        @Override
        public double head(int sampled) {
            return factor * pace.head(sampled);
        }

        @Override
        public double perCachedToken() {
            return factor * pace.perCachedToken();
        }

        @Override
        public double perPair() {
            return factor * pace.perPair();
        }
    }
}
