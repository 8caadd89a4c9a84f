package dev.plumbline.proposal;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.Given;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From an ask to questions and a requirement that would answer it.
public final class Proposer {
    /// Kinds whose target is a time.
    private static final Set<RequirementKind> TIMES = EnumSet.of(
            RequirementKind.LATENCY,
            RequirementKind.TIME_TO_FIRST_TOKEN,
            RequirementKind.TIME_PER_OUTPUT_TOKEN,
            RequirementKind.FRESHNESS,
            RequirementKind.RETRAINING,
            RequirementKind.RECOVERY,
            RequirementKind.DURABILITY,
            RequirementKind.COLD_START,
            RequirementKind.SCALING,
            RequirementKind.LABEL_DELAY,
            RequirementKind.ROLLBACK,
            RequirementKind.PRIVACY,
            RequirementKind.AUDIT);
    /// Kinds whose target is a share that has to be small.
    private static final Set<RequirementKind> SMALL_SHARES = EnumSet.of(
            RequirementKind.STALENESS,
            RequirementKind.FALLBACK,
            RequirementKind.FAIRNESS,
            RequirementKind.CALIBRATION,
            RequirementKind.SKEW,
            RequirementKind.SAFETY);

    private final Answers answers;

    private Proposer(Answers answers) {
        this.answers = answers;
    }

    /// Proposals by the field's custom alone.
    public static Proposer withoutDesign() {
        return new Proposer(new CustomaryAnswers());
    }

    /// Proposals computed from a design.
    public static Proposer of(Grounds grounds) {
        return new Proposer(new DesignAnswers(grounds));
    }

    /// One proposal for each thing that is asked for: "fast and always up" is two.
    public List<Proposal> of(String ask) {
        return AskReading.parts(ask).stream().map(this::of).toList();
    }

    private Proposal of(AskReading reading) {
        RequirementKind kind = reading.kind();
        Subject subject = answers.subject(kind, reading.ask());
        Map<Element, Answer> all = new EnumMap<>(Element.class);
        List<Question> questions = new ArrayList<>();
        List<Element> missing = reading.missing();
        for (Element element : kind.needs()) {
            Answer answer = given(reading, element).orElseGet(() -> answers.answer(kind, subject, element));
            all.put(element, answer);
            if (missing.contains(element)) {
                questions.add(new Question(element, question(element), answer));
            }
        }
        boolean expressible = subject.isKnown() && isWhole(reading, missing);
        return new Proposal(
                reading,
                subject.name(),
                questions,
                expressible ? new Form(kind, subject.name(), answers.metric(kind), all).sentence() : Optional.empty());
    }

    /// What is stated in a form that the language does not have cannot be put into its sentence.
    private static boolean isWhole(AskReading reading, List<Element> missing) {
        return reading.kind().needs().stream()
                .filter(each -> each == Element.TARGET || each == Element.STATISTIC)
                .allMatch(each -> missing.contains(each) || given(reading, each).isPresent());
    }

    /// Whether a stated target is of the sort that the language has for the kind: a time, a large or a small share.
    private static boolean fits(AskReading reading, String target) {
        boolean isShare = target.endsWith("%");
        RequirementKind kind = reading.kind();
        if (TIMES.contains(kind)) {
            return !isShare;
        }
        double percent = isShare ? Double.parseDouble(target.replace(" %", "")) : -1;
        return kind == RequirementKind.AVAILABILITY
                ? percent >= 50
                : SMALL_SHARES.contains(kind) && percent < 50 && isShare;
    }

    private static Optional<Answer> given(AskReading reading, Element element) {
        return reading.given().stream()
                .filter(each -> each.element() == element && (element != Element.TARGET || fits(reading, each.text())))
                .map(Given::text)
                .findFirst()
                .map(text -> new Answer(text, "the ask says so", Answer.Basis.ASK));
    }

    private static String question(Element element) {
        return switch (element) {
            case SCALE -> "What is measured, and of which part?";
            case TARGET -> "Which value is still fine?";
            case STATISTIC -> "Which of the requests count?";
            case SEGMENT -> "For whom does it have to hold besides overall?";
            case WINDOW -> "Over how long is it judged?";
            case CONDITION -> "Under which load, fault or circumstance?";
            case METER -> "Where is it measured?";
        };
    }
}
