package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a system is made, tested, released and watched, as its design declares it.
///
/// @param forbiddenFeatures what no feature may be
/// @param trace how one example is followed step by step
/// @param open questions that nobody has answered yet
/// @param next what would be done next
public record Practice(
        Map<String, Feature> features,
        Optional<Task> task,
        List<String> forbiddenFeatures,
        Optional<Privacy> privacy,
        Optional<Rollout> rollout,
        Map<String, Dependency> dependencies,
        Optional<Proof> trace,
        Map<String, Alarm> alarms,
        List<String> open,
        List<String> next) {
    public Practice {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        forbiddenFeatures = List.copyOf(forbiddenFeatures);
        dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
        alarms = Collections.unmodifiableMap(new LinkedHashMap<>(alarms));
        open = List.copyOf(open);
        next = List.copyOf(next);
    }

    /// Something a model reads.
    ///
    /// @param of the data that holds it
    /// @param ablation what the model loses without it
    /// @param time what it adds to the latency of a request, seconds
    /// @param price what it costs, money per second
    /// @param leadTime from the idea until it serves, seconds
    /// @param tests what tests its code
    public record Feature(
            String name,
            Optional<String> of,
            Optional<Proof> ablation,
            Optional<Amount> time,
            Optional<Amount> price,
            Optional<Amount> leadTime,
            Optional<Proof> tests,
            Place place) {}

    /// What is predicted, and how one tells whether that is any good.
    ///
    /// @param horizon how far ahead it predicts, seconds
    /// @param stakes what hangs on it
    /// @param link what shows that the offline and the online metric move together
    /// @param slices the groups that are looked at one by one
    public record Task(
            Optional<String> input,
            Optional<String> output,
            Optional<Amount> horizon,
            Stakes stakes,
            Optional<String> offline,
            Optional<String> online,
            Optional<String> guardrail,
            Optional<Proof> link,
            Optional<Baseline> baseline,
            Optional<String> split,
            List<String> slices,
            Place place) {
        public Task {
            slices = List.copyOf(slices);
        }
    }

    /// What hangs on a prediction.
    ///
    /// @param decides who or what decides on it
    /// @param today what happens without it
    /// @param falsePositive what a false alarm costs, and whom
    /// @param falseNegative what a miss costs, and whom
    public record Stakes(
            Optional<String> decides,
            Optional<String> today,
            Optional<String> falsePositive,
            Optional<String> falseNegative) {}

    /// What a model has to beat.
    ///
    /// @param value what it reaches in the offline metric
    public record Baseline(String what, Optional<Amount> value, Optional<Proof> measured) {}

    /// What is promised about data on persons.
    ///
    /// @param personal the sources and data that hold it
    /// @param eraseWithin seconds after a person asks
    /// @param erasedBy what erases on request what is kept for longer
    /// @param stayIn the regions it may not leave
    public record Privacy(
            List<String> personal,
            Optional<String> purpose,
            Optional<Amount> eraseWithin,
            Optional<Proof> erasedBy,
            List<String> stayIn,
            Place place) {
        public Privacy {
            personal = List.copyOf(personal);
            stayIn = List.copyOf(stayIn);
        }
    }

    /// How a new model comes to serve, and how it goes.
    ///
    /// @param gate what it has to pass before
    /// @param rollback until the former model serves again, seconds
    /// @param rehearsed what has tried that
    public record Rollout(
            Optional<Proof> gate,
            Optional<Canary> canary,
            Optional<Amount> rollback,
            Optional<Proof> rehearsed,
            Place place) {}

    /// A new model for a few requests, first.
    ///
    /// @param share of requests
    /// @param lasts seconds
    /// @param detects the change of a rate that has to be seen, as a share
    /// @param base that rate as it is, as a share
    public record Canary(Amount share, Amount lasts, Optional<Amount> detects, Optional<Amount> base) {}

    /// Something that others change.
    ///
    /// @param alerting how a change becomes known before it arrives
    public record Dependency(String name, String owner, Optional<Proof> alerting, Place place) {}

    /// Something that is watched.
    ///
    /// @param on what is watched
    /// @param of what it is watched on
    /// @param above from what on it fires
    /// @param owner who is called
    /// @param job where it is set up
    public record Alarm(
            String name,
            On on,
            Optional<String> of,
            Optional<Amount> above,
            Optional<String> owner,
            Optional<String> job,
            Place place) {}

    /// What can be watched.
    public enum On {
        SCHEMA,
        DRIFT,
        SKEW,
        AGE,
        NUMBERS,
        QUALITY,
        LATENCY,
        ERRORS,
        COST,
        LABELS
    }
}
