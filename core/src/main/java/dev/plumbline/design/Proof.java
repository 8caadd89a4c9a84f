package dev.plumbline.design;

import java.util.Optional;

/// That something was done.
///
/// @param job what does it again whenever something changes; empty where it was done by hand
/// @param words what was done, or what came out; may be empty beside a job
public record Proof(Optional<String> job, String words) {
    /// Whether it is done again by itself.
    public boolean isAutomated() {
        return job.isPresent();
    }
}
