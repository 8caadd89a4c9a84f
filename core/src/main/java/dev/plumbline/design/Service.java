package dev.plumbline.design;

import java.util.List;
import java.util.Optional;

/// How long a component works on a request, without waiting.
public sealed interface Service {
    /// Each request by itself.
    record Each(Amount time) implements Service {}

    /// All at once, sharing the replica's concurrency as cores.
    ///
    /// @param time the time of a request that is there alone
    record Shared(Amount time) implements Service {}

    /// Requests together.
    ///
    /// @param max the most requests in a batch
    /// @param delay how long the first request waits for more, seconds
    /// @param time the time of a batch as a function of its `size`
    /// @param preferred sizes that are sent without waiting for more, ascending
    record Batched(Amount max, Amount delay, Amount time, List<Amount> preferred) implements Service {
        public Batched {
            preferred = List.copyOf(preferred);
        }
    }

    /// A language model's answer: a prompt is read, then tokens are written one by one.
    ///
    /// @param model the model's name in the knowledge base
    /// @param prompt tokens in a prompt
    /// @param output tokens in an answer
    /// @param time the time of a whole answer, where the design states it
    /// @param serving how it is written token by token, where no time is stated and enough is known for that
    record Generation(String model, Amount prompt, Amount output, Optional<Amount> time, Optional<TokenServing> serving)
            implements Service {
        /// Whether it says how long an answer takes, in one way or the other.
        public boolean timed() {
            return time.isPresent() || serving.isPresent();
        }
    }

    /// Not said.
    record Unstated() implements Service {}
}
