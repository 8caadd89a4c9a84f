package dev.plumbline.export;

import dev.plumbline.design.Design;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Segments;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each kind of requirement is to a monitoring system. This is the one place that knows it.
final class Indicators {
    /// The share of readings of a gauge that has to be good: one in twenty may fall short.
    private static final BigDecimal USUAL_READINGS = new BigDecimal("0.95");

    /// Promises that a job or a person checks.
    private static final Set<RequirementKind> CHECKED =
            EnumSet.of(RequirementKind.PRIVACY, RequirementKind.AUDIT, RequirementKind.LABEL_DELAY);

    private static final int LATENCY_DAYS = 28;
    private static final int USUAL_DAYS = 30;

    private final Design design;

    Indicators(Design design) {
        this.design = design;
    }

    /// What is asked of the running system.
    ///
    /// @param target in seconds, or a plain number
    /// @param segment the one it is about; empty for all together
    record Asked(Sentence sentence, BigDecimal target, Optional<String> segment, Metrics metrics) {
        Series in(Series series) {
            return segment.map(name -> series.with(Series.label("segment", name)))
                    .orElse(series);
        }

        boolean isLowerBound() {
            return sentence.relation() == Relation.AT_LEAST || sentence.relation() == Relation.MORE;
        }
    }

    /// What it becomes.
    sealed interface Found {
        /// @param share of events or readings that has to be good
        /// @param days the window where the requirement names none
        /// @param unit of a bound that files hold as a bare number
        record Measured(Indicator indicator, BigDecimal share, int days, String unit, List<String> notes)
                implements Found {}

        record Refused(String reason) implements Found {}
    }

    Found of(Asked asked) {
        Optional<String> refusal = refusal(asked.sentence());
        if (refusal.isPresent()) {
            return new Found.Refused(refusal.get());
        }
        Metrics metrics = asked.metrics();
        return switch (asked.sentence().reading()) {
            case Reading.Latency(Statistic statistic, Name path) ->
                within(asked, statistic, metrics.of(Metrics.REQUESTS, "path", path.text()));
            case Reading.Ttft(Statistic statistic, Name llm) ->
                within(
                        asked,
                        statistic,
                        metrics.of("gen_ai_server_time_to_first_token_seconds", kind(llm), llm.text()));
            case Reading.Tpot(Statistic statistic, Name llm) ->
                within(
                        asked,
                        statistic,
                        metrics.of("gen_ai_server_time_per_output_token_seconds", kind(llm), llm.text()));
            case Reading.Age(Statistic statistic, Name of) -> within(asked, statistic, ages(metrics, of));
            case Reading.Success(Name path) -> answered(asked, path);
            case Reading.Availability(Name thing) -> answered(asked, thing);
            case Reading.Fallbacks(Name path) ->
                few(
                        asked,
                        metrics.of("request_fallbacks_total", "path", path.text()),
                        metrics.beside(Metrics.REQUESTS + "_count", "path", path.text()));
            case Reading.StaleReads(Name store) ->
                few(
                        asked,
                        metrics.of("store_reads_stale_total", "component", store.text()),
                        metrics.beside("store_reads_probed_total", "component", store.text()));
            case Reading.Skew(Name data) ->
                few(
                        asked,
                        metrics.of("feature_rows_skewed_total", "data", data.text()),
                        metrics.beside("feature_rows_compared_total", "data", data.text()));
            case Reading.ModelMetric(Name metric, Name model) ->
                labelled(
                        gauge(asked, metrics.of("model_metric", "model", model.text()), "metric", metric.text()),
                        model);
            case Reading.Gap(Name metric, Name model, Name attribute) ->
                labelled(
                        gauge(
                                asked,
                                metrics.of("model_metric_gap", "model", model.text())
                                        .with(Series.label("metric", metric.text())),
                                "attribute",
                                attribute.text()),
                        model);
            case Reading.Drift(Name data) ->
                gauge(asked, metrics.of("feature_drift", "data", data.text()), "baseline", "training");
            case Reading.Declared(var kind, var of) when kind == RequirementKind.EXPLAINABILITY -> explained(asked, of);
            case Reading.Declared(var kind, var _) -> new Found.Refused(rare(kind));
            case Reading.Throughput _ -> new Found.Refused("work per second is no share of good events");
            case Reading.Cost _ -> new Found.Refused("money is no share of good events; watch it on the bill");
            case Reading.Storage _ -> new Found.Refused("an amount of data is no share of good events");
            case Reading.Energy _, Reading.Carbon _ -> new Found.Refused("an amount is no share of good events");
        };
    }

    /// Why a sentence of whatever kind is no objective; empty if it may be one.
    private static Optional<String> refusal(Sentence sentence) {
        if (sentence.relation() == Relation.EQUAL) {
            return Optional.of("a measured number is never equal to another");
        }
        return switch (sentence.circumstance()) {
            case Circumstance.Unstated _, Circumstance.Peak _ -> Optional.empty();
            case Circumstance.Average _ ->
                Optional.of("it holds at average load alone, and no metric tells such requests from those at peak");
            case Circumstance.Load(var rate) ->
                Optional.of("it holds at %s alone, and no metric tells such requests".formatted(rate.text()));
            case Circumstance.During(Name scenario) ->
                Optional.of("it holds during \"%s\" alone, and no metric says when that is".formatted(scenario.text()));
        };
    }

    private Series ages(Metrics metrics, Name of) {
        boolean model = design.models().containsKey(of.text()) && !design.data().containsKey(of.text());
        return model
                ? metrics.of("model_age_seconds", "model", of.text())
                : metrics.of("feature_age_seconds", "data", of.text());
    }

    /// A percentile within a bound is a share of events within it: p99 ≤ 50 ms says that 99 % take at most 50 ms.
    private static Found within(Asked asked, Statistic statistic, Series histogram) {
        if (asked.isLowerBound()) {
            return new Found.Refused("only an upper bound can be counted: good events are those within it");
        }
        return switch (statistic) {
            case Statistic.Percentile(BigDecimal percent) -> {
                Series series = asked.in(histogram);
                String bound = Decimal.text(histogram.inItsUnit(asked.target()));
                yield new Found.Measured(
                        new Indicator.Good(series.suffixed("_bucket").with(bucket(bound)), series.suffixed("_count")),
                        percent.movePointLeft(2),
                        LATENCY_DAYS,
                        histogram.timeUnit(),
                        List.of(bucketNote(histogram.metric(), bound)));
            }
            case Statistic.Mean _ -> new Found.Refused("a mean is no share of good events; ask for a percentile");
            case Statistic.Max _ ->
                new Found.Refused("\"max\" leaves no error budget: an objective is below 100 %; ask for a percentile");
        };
    }

    /// A whole bound is written `1` by some clients and `1.0` by others.
    private static String bucket(String bound) {
        return bound.contains(".") ? Series.label("le", bound) : "le=~\"%s([.]0)?\"".formatted(bound);
    }

    private static String bucketNote(String metric, String bound) {
        boolean advised = metric.equals(Metrics.REQUESTS) && Metrics.ADVISED_BUCKETS.contains(bound);
        return advised
                ? "%s has a bucket le=\"%s\", as OpenTelemetry advises".formatted(metric, bound)
                : "%s needs a bucket le=\"%s\", or the absence alert fires".formatted(metric, bound);
    }

    /// Why a promise that nobody counts is no objective.
    private static String rare(RequirementKind kind) {
        if (kind == RequirementKind.RESIDENCY) {
            return "where data lies is looked up by an audit, and no event is counted";
        }
        return CHECKED.contains(kind)
                ? kind.word() + " is checked now and then, and no event is counted"
                : kind.word() + " is rehearsed, and too rare to be a share of events";
    }

    /// Answers that come with their reasons.
    private Found explained(Asked asked, Name thing) {
        if (!asked.isLowerBound()) {
            return new Found.Refused("only a lower bound can be counted: at least so many answers have reasons");
        }
        Metrics metrics = asked.metrics();
        return share(
                new Indicator.Good(
                        asked.in(metrics.of("answers_explained_total", kind(thing), thing.text())),
                        asked.in(metrics.beside(Metrics.REQUESTS + "_count", kind(thing), thing.text()))),
                asked.target());
    }

    /// The label by which the running system tells it.
    private String kind(Name thing) {
        return design.paths().containsKey(thing.text()) ? "path" : "component";
    }

    /// Requests that end without an error of the server's.
    private Found answered(Asked asked, Name thing) {
        if (!asked.isLowerBound()) {
            return new Found.Refused("only a lower bound can be counted: at least so many events are good");
        }
        Series requests = asked.in(asked.metrics().of(Metrics.REQUESTS, kind(thing), thing.text()))
                .suffixed("_count");
        return share(new Indicator.Bad(requests.with("http_response_status_code=~\"5..\""), requests), asked.target());
    }

    /// At most a share of events is bad.
    private static Found few(Asked asked, Series bad, Series total) {
        return asked.isLowerBound()
                ? new Found.Refused("only an upper bound can be counted: at most so many events are bad")
                : share(new Indicator.Bad(asked.in(bad), asked.in(total)), Decimal.rest(asked.target()));
    }

    private static Found share(Indicator indicator, BigDecimal share) {
        if (share.compareTo(BigDecimal.ONE) >= 0) {
            return new Found.Refused("100 % leaves no error budget: an objective is below it");
        }
        return share.signum() <= 0
                ? new Found.Refused("an objective of 0 % is always met")
                : new Found.Measured(indicator, share, USUAL_DAYS, "", List.of());
    }

    /// A number that is read now and then, in the worst of the segments.
    private static Found gauge(Asked asked, Series series, String label, String value) {
        Series read = series.with(Series.label(label, value))
                .with(segments(asked.sentence().segments()));
        return new Found.Measured(
                new Indicator.Gauge(
                        read,
                        "%s(%s)".formatted(asked.isLowerBound() ? "min" : "max", read.selector()),
                        asked.sentence().relation(),
                        asked.target()),
                USUAL_READINGS,
                LATENCY_DAYS,
                "1",
                List.of("19 of 20 readings have to be good, since no share is named"));
    }

    /// The series of all together has no segment; that of each segment has one.
    private static String segments(Segments segments) {
        return switch (segments) {
            case Segments.All _ -> Series.label("segment", "");
            case Segments.Every(Name attribute) -> "segment=~\"(%s/.+)?\"".formatted(attribute.text());
            case Segments.Named(List<Name> names) ->
                "segment=~\"(%s)?\""
                        .formatted(
                                String.join("|", names.stream().map(Name::text).toList()));
        };
    }

    /// Labels come late: the reading of today is about predictions of long ago.
    private Found labelled(Found found, Name model) {
        Optional<TrainedModel> trained = Optional.ofNullable(design.models().get(model.text()))
                .filter(each -> each.labelsAfter().isPresent());
        if (trained.isEmpty() || !(found instanceof Found.Measured measured)) {
            return found;
        }
        List<String> notes = new ArrayList<>(measured.notes());
        notes.add("labels of %s come late, and a reading speaks of predictions as old: alert on drift as well"
                .formatted(model.text()));
        return new Found.Measured(measured.indicator(), measured.share(), measured.days(), measured.unit(), notes);
    }
}
