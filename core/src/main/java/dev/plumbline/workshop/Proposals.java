package dev.plumbline.workshop;

import dev.plumbline.ask.AskReading;
import dev.plumbline.quantity.Valuation;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Proposed answers: those of the story, and those that follow from the design as it is.
final class Proposals {
    /// The share of time in which a server may work before waiting makes the tail (Erlang C with few servers).
    static final double BUSY = 0.6;

    private static final Pattern BECAUSE = Pattern.compile("\\{.*because: \"?(.*?)\"?}");

    private final Session session;
    private final Supplier<Optional<Valuation>> valued;

    /// @param valued the design so far, if it can be valued; asked for only where a proposal follows from it
    Proposals(Session session, Supplier<Optional<Valuation>> valued) {
        this.session = session;
        this.valued = valued;
    }

    /// What to propose; empty where nothing is known.
    Optional<Proposal> of(Question question) {
        Optional<Proposal> said = session.given(question.id()).map(text -> new Proposal(text, "you said so before"));
        return said.or(() -> computed(question)).or(() -> told(question));
    }

    private Optional<Proposal> computed(Question question) {
        String model = session.model();
        if (question.id().equals(model + "-replicas")) {
            return replicas(model);
        }
        return switch (question.id()) {
            case "latency" -> told(question).map(proposal -> new Proposal(proposal.text(), latency(proposal.text())));
            case "availability" ->
                told(question)
                        .map(proposal -> new Proposal(
                                proposal.text(),
                                "a share of requests, since hours of service count the night as much as the peak"));
            case "cost" -> cost(question);
            default -> Optional.empty();
        };
    }

    private String latency(String sentence) {
        String peak = figure(session.path() + ".peak_requests")
                .map(rate -> "at %s req/s, the peak of the design as it is; ".formatted(rounded(rate)))
                .orElse("");
        String statistic = sentence.substring(0, Math.max(0, sentence.indexOf(' ')));
        return "%s, since a person waits and a mean hides the slow ones; %sover 28 days".formatted(statistic, peak);
    }

    /// How many replicas the model needs.
    Optional<Proposal> replicas(String model) {
        Optional<Double> rate = defined(model + ".peak_arrivals")
                .map(values -> values.spread(model + ".peak_arrivals").high());
        Optional<Double> time = defined(model + ".time")
                .map(values -> values.distribution(model + ".time", 0).mean());
        return rate.flatMap(perSecond -> time.map(seconds -> {
            double slots = Double.parseDouble(session.outline()
                    .value("components.%s.concurrency".formatted(model))
                    .orElse("1"));
            long needed = Math.max(2, (long) Math.ceil(perSecond * seconds / slots / BUSY));
            return new Proposal(
                    Long.toString(needed),
                    "up to %s req/s at peak x %s ms / %s at a time / %s busy, and never one alone"
                            .formatted(rounded(perSecond), rounded(1e3 * seconds), rounded(slots), "60 %"));
        }));
    }

    private Optional<Proposal> cost(Question question) {
        return figure("cost")
                .flatMap(perSecond -> told(question).map(proposal -> {
                    double month = perSecond * 30.4375 * 86_400;
                    double budget = Math.ceil(month * 1.3 / 500) / 2;
                    String target = "%sk USD/month".formatted(rounded(budget));
                    return new Proposal(
                            Sentences.whole(proposal.text(), target),
                            "the design as it is costs about %s USD a month; three tenths are for what was forgotten"
                                    .formatted(rounded(month)));
                }));
    }

    /// What the story says there, or the form that a requirement of that kind has.
    private Optional<Proposal> told(Question question) {
        String path = question.path();
        String reason = session.outline().reasons().getOrDefault(path, "");
        Optional<String> value = session.outline().said(path);
        if (path.startsWith("decisions.")) {
            return session.outline()
                    .value(path)
                    .map(BECAUSE::matcher)
                    .filter(Matcher::matches)
                    .map(found -> new Proposal(found.group(1), reason));
        }
        if (path.equals("next")) {
            return value.map(text -> new Proposal(Scalars.said(text), reason));
        }
        if (question.form() instanceof Form.Must && value.isEmpty()) {
            String kind = Asks.kind(question.id());
            Optional<String> same = session.outline().said("requirements.%s.must".formatted(kind));
            return same.map(text -> new Proposal(text, "as for the first ask of that kind"));
        }
        return value.map(text -> new Proposal(text, reason));
    }

    /// The form that a requirement of the ask's kind has; a person fills it in.
    static String form(String ask) {
        return AskReading.of(ask).form();
    }

    private Optional<Double> figure(String name) {
        return defined(name).map(values -> values.spread(name).median()).filter(Double::isFinite);
    }

    private Optional<Valuation> defined(String name) {
        return valued.get().filter(values -> values.checked().sheet().find(name).isPresent());
    }

    /// Three digits that count.
    static String rounded(double value) {
        if (value == 0) {
            return "0";
        }
        int digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
        return java.math.BigDecimal.valueOf(value)
                .setScale(digits, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
