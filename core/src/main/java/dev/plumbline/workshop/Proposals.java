package dev.plumbline.workshop;

import dev.plumbline.proposal.Proposer;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Proposed answers: those of the story, and those that follow from the design as it is.
final class Proposals {
    /// The share of time in which a server may work before waiting makes the tail (Erlang C with few servers).
    static final double BUSY = 0.6;

    private static final Pattern BECAUSE = Pattern.compile("\\{.*because: \"?(.*?)\"?}");

    /// The elements of a requirement that a reason is given for, the most consequential first.
    private static final List<Element> REASONED =
            List.of(Element.TARGET, Element.STATISTIC, Element.CONDITION, Element.WINDOW, Element.SEGMENT);

    private static final String AFTER_A_FAULT = Agenda.requirement("recovery", "must");

    private final Session session;
    private final Supplier<Optional<Valuation>> valued;
    private final Supplier<Optional<Proposer>> proposer;

    /// @param valued the design so far, if it can be valued; asked for only where a proposal follows from it
    /// @param proposer of that design, likewise
    Proposals(Session session, Supplier<Optional<Valuation>> valued, Supplier<Optional<Proposer>> proposer) {
        this.session = session;
        this.valued = valued;
        this.proposer = proposer;
    }

    /// What to propose; empty where nothing is known.
    Optional<Proposal> of(Question question) {
        Optional<Proposal> said = session.given(question.id()).map(text -> Proposal.of(text, "you said so before"));
        return said.or(() -> computed(question)).or(() -> told(question));
    }

    private Optional<Proposal> computed(Question question) {
        if (question.id().equals(session.model() + "-replicas")) {
            return replicas(session.model());
        }
        return question.form() instanceof Form.Must ? required(question) : Optional.empty();
    }

    /// What package `proposal` makes of the ask, or of its kind where nobody asked. What a path must do in the face of
    /// a
    /// fault is no kind of its own, so the story says it.
    private Optional<Proposal> required(Question question) {
        if (question.path().equals(AFTER_A_FAULT)) {
            return Optional.empty();
        }
        String ask = session.asks().getOrDefault(question.id(), Asks.kind(question.id()));
        return proposer.get()
                .map(each -> each.of(ask).getFirst())
                .flatMap(proposal -> proposal.must().map(must -> {
                    Optional<String> story = told(question).map(Proposal::text).filter(text -> !text.equals(must));
                    return new Proposal(must, reasons(proposal.questions()), story);
                }));
    }

    /// Why each element is as it is, those that decide most first. What has a gap to be filled in is not in the
    /// sentence.
    private static List<String> reasons(List<dev.plumbline.proposal.Question> questions) {
        List<String> reasons = new ArrayList<>();
        for (Element element : REASONED) {
            for (var question : questions) {
                if (question.element() == element && !question.answer().text().contains("<")) {
                    reasons.add(
                            question.answer().text() + ": " + question.answer().reason());
                }
            }
        }
        return reasons;
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
            return Proposal.of(
                    Long.toString(needed),
                    "up to %s req/s at peak x %s ms / %s at a time / %s busy, and never one alone"
                            .formatted(rounded(perSecond), rounded(1e3 * seconds), rounded(slots), "60 %"));
        }));
    }

    /// What the story says there, or the form that a requirement of that kind has.
    private Optional<Proposal> told(Question question) {
        return written(question).filter(proposal -> !proposal.text().isBlank());
    }

    private Optional<Proposal> written(Question question) {
        String path = question.path();
        String reason = session.outline().reasons().getOrDefault(path, "");
        Optional<String> value = session.outline().said(path);
        if (path.startsWith("decisions.")) {
            return session.outline()
                    .value(path)
                    .map(BECAUSE::matcher)
                    .filter(Matcher::matches)
                    .map(found -> Proposal.of(found.group(1), reason));
        }
        if (path.equals("next")) {
            return value.map(text -> Proposal.of(Scalars.said(text), reason));
        }
        if (question.form() instanceof Form.Must && value.isEmpty()) {
            String kind = Asks.kind(question.id());
            Optional<String> same = session.outline().said("requirements.%s.must".formatted(kind));
            return same.map(text -> Proposal.of(text, "as for the first ask of that kind"));
        }
        return value.map(text -> Proposal.of(text, reason));
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
