package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Service;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.simulation.Result;
import dev.plumbline.statistics.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads how soon and how fast a language model writes, off the situations that were simulated.
final class TokenMeters {
    private final Design design;
    private final Map<String, Simulated> situations;

    TokenMeters(Design design, Map<String, Simulated> situations) {
        this.design = design;
        this.situations = situations;
    }

    /// From a request's arrival at the model to its first token, or for a path from its arrival there.
    ///
    /// @param level the percentile as a share; -1 for the mean
    Meter first(String llm, double level, String situation) {
        return read(llm, situation, written -> Optional.of(written.first()), level);
    }

    /// The mean time between the tokens of an answer.
    ///
    /// @param level the percentile of answers as a share; -1 for the mean
    Meter between(String llm, double level, String situation) {
        return read(llm, situation, Result.Written::between, level);
    }

    private Meter read(
            String llm, String situation, Function<Result.Written, Optional<Result.Latency>> times, double level) {
        Optional<String> blind =
                design.paths().containsKey(llm) && !design.components().containsKey(llm)
                        ? blindOnPath(llm)
                        : blind(llm);
        if (blind.isPresent()) {
            return new Meter.Blind(blind.get());
        }
        Simulated simulated = situations.get(situation);
        if (simulated == null) {
            return new Meter.Blind(Meters.untimed(Reached.withoutTime(design, Reached.byWorkload(design)))
                    .orElse("nothing here simulates \"%s\" yet".formatted(situation)));
        }
        List<Interval> values = simulated.worlds().stream()
                .map(result -> value(result, llm, times, level))
                .toList();
        return new Meter.Read(
                simulated.spread(values),
                Dimension.TIME,
                Evidence.Kind.SIMULATED,
                Meters.SIMULATION,
                Meters.trace(simulated),
                design.components().containsKey(llm)
                        ? Causes.ofTokens(simulated, llm)
                        : Causes.ofLatency(simulated, llm));
    }

    private static Interval value(
            Result result, String llm, Function<Result.Written, Optional<Result.Latency>> times, double level) {
        return written(result, llm)
                .flatMap(times)
                .map(latency -> level < 0 ? latency.mean() : latency.at(level))
                .orElse(Interval.exact(Double.POSITIVE_INFINITY));
    }

    /// Of a component, or of a path's requests.
    private static Optional<Result.Written> written(Result result, String name) {
        Result.StationResult station = result.stations().get(name);
        Result.PathResult path = result.paths().get(name);
        return station != null ? station.written() : Optional.ofNullable(path).flatMap(Result.PathResult::written);
    }

    /// Why nothing can be read of what the models write that a path may call.
    private Optional<String> blindOnPath(String path) {
        if (!design.workload().containsKey(path)) {
            return Optional.of("nothing asks for the path \"%s\"; give it a rate under \"workload:\"".formatted(path));
        }
        List<String> models = Reached.by(design, path).stream()
                .filter(name -> Optional.ofNullable(design.components().get(name))
                        .filter(each -> each.kind() == Kind.LLM)
                        .isPresent())
                .toList();
        return models.isEmpty()
                ? Optional.of("no step of \"%s\" is a language model; call one of \"kind: llm\"".formatted(path))
                : models.stream().flatMap(model -> blind(model).stream()).findFirst();
    }

    /// Why nothing can be read of a component's tokens.
    private Optional<String> blind(String name) {
        Component component = design.components().get(name);
        if (component == null
                || !(component.service() instanceof Service.Generation(var _, var _, var _, var time, var serving))) {
            return Optional.of(
                    "\"%s\" writes no tokens; give it \"kind: llm\", a model, a prompt and an output".formatted(name));
        }
        if (time.isPresent()) {
            return Optional.of(
                    "\"%s\" states the time of whole answers, in which no token can be told; take \"time:\" out"
                            .formatted(name));
        }
        if (serving.isEmpty()) {
            return Optional.of(
                    "not enough is known of what \"%s\" runs, and on what, for the time of a token".formatted(name));
        }
        return Reached.byWorkload(design).contains(name)
                ? Optional.empty()
                : Optional.of(
                        "no path that is asked for calls \"%s\"; give one a rate under \"workload:\"".formatted(name));
    }
}
