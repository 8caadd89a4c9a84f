package dev.plumbline.smell;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.Given;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What is amiss with asks that nobody has made measurable yet. An ask beside an agreed sentence may be as vague as it
/// was said.
final class OpenAsks {
    static final List<Smell> RULES =
            List.of(new WordsOfAsk(), new LackingAsk(), new TwoInOne(), new MissingUnit(), new UnitMismatch());

    private static final Set<RequirementKind> TIMES = EnumSet.of(
            RequirementKind.LATENCY,
            RequirementKind.TIME_TO_FIRST_TOKEN,
            RequirementKind.RECOVERY,
            RequirementKind.FRESHNESS,
            RequirementKind.COLD_START,
            RequirementKind.SCALING);

    private OpenAsks() {}

    /// A rule about an ask that has no sentence yet.
    interface OfAsk extends Smell {
        void find(Requirement requirement, String ask, Problems problems);

        @Override
        default void find(Held held, Problems problems) {
            for (Requirement requirement : held.design().requirements()) {
                if (requirement.must().isEmpty()) {
                    requirement.ask().ifPresent(ask -> find(requirement, ask, problems));
                }
            }
        }
    }

    /// Words that leave open what would meet it: `ask.vague-quality` and its kin.
    static final class WordsOfAsk implements OfAsk {
        @Override
        public void find(Requirement requirement, String ask, Problems problems) {
            AskReading.of(ask)
                    .smells()
                    .forEach(smell -> problems.add(new Diagnostic(
                            smell.severity(),
                            smell.rule(),
                            requirement.place(),
                            "\"%s\" in the ask of \"%s\" leaves it open".formatted(smell.words(), requirement.id()),
                            smell.why(),
                            smell.mend())));
        }
    }

    /// The elements that an ask lacks, as one finding under the name of the first.
    static final class LackingAsk implements OfAsk {
        private static final Map<Element, String> RULE = Map.of(
                Element.SCALE, "missing.scale",
                Element.TARGET, "missing.target",
                Element.STATISTIC, "missing.statistic",
                Element.SEGMENT, "missing.segment",
                Element.WINDOW, "missing.window",
                Element.CONDITION, "missing.condition",
                Element.METER, "missing.meter");

        @Override
        public void find(Requirement requirement, String ask, Problems problems) {
            for (AskReading reading : AskReading.parts(ask)) {
                // What was not understood may state all of it.
                boolean read =
                        reading.smells().stream().noneMatch(each -> each.rule().equals("ask.not-english"));
                if (read && !reading.missing().isEmpty()) {
                    problems.hint(
                            RULE.getOrDefault(reading.missing().getFirst(), "missing.target"),
                            requirement.place(),
                            "\"%s\" asks for %s and %s"
                                    .formatted(requirement.id(), reading.kind().word(), reading.lacks()),
                            "anything could meet it until that is said",
                            "answer first: " + question(reading.missing().getFirst()));
                }
            }
        }

        private static String question(Element element) {
            return switch (element) {
                case SCALE -> "what is measured, and of which part?";
                case TARGET -> "which value is still fine?";
                case STATISTIC -> "which of the requests count?";
                case SEGMENT -> "for whom does it have to hold besides overall?";
                case WINDOW -> "over how long is it judged?";
                case CONDITION -> "under which load, fault or circumstance?";
                case METER -> "where is it measured?";
            };
        }
    }

    /// Several things asked for in one breath.
    static final class TwoInOne implements OfAsk {
        @Override
        public void find(Requirement requirement, String ask, Problems problems) {
            List<AskReading> parts = AskReading.parts(ask);
            if (parts.size() > 1) {
                List<String> kinds =
                        parts.stream().map(part -> part.kind().word()).toList();
                problems.warning(
                        "ask.two-in-one",
                        requirement.place(),
                        "\"%s\" asks for %s at once".formatted(requirement.id(), String.join(" and ", kinds)),
                        "one can be met and the other missed, and a verdict has no room for that",
                        "make a requirement of each, with the whole ask beside it; --accept does");
            }
        }
    }

    /// A bound without its unit.
    static final class MissingUnit implements OfAsk {
        private static final Pattern BARE =
                Pattern.compile("(?i)\\b(?:within|under|below|at most|at least|less than|more than|over|above)"
                        + "\\s+(\\d+(?:\\.\\d+)?)\\s*(?:[.,;!]|$)");

        @Override
        public void find(Requirement requirement, String ask, Problems problems) {
            var found = BARE.matcher(ask);
            if (found.find()) {
                problems.warning(
                        "missing.unit",
                        requirement.place(),
                        "\"%s\" in the ask of \"%s\" has no unit".formatted(found.group(1), requirement.id()),
                        "seconds and milliseconds differ by a thousand",
                        "write the unit behind it");
            }
        }
    }

    /// A share where a time is due: "no more than 4 %" for a response time.
    static final class UnitMismatch implements OfAsk {
        @Override
        public void find(Requirement requirement, String ask, Problems problems) {
            AskReading reading = AskReading.of(ask);
            List<Given> targets = reading.given().stream()
                    .filter(each -> each.element() == Element.TARGET)
                    .toList();
            boolean shares = !targets.isEmpty()
                    && targets.stream().allMatch(each -> each.text().endsWith("%"));
            if (TIMES.contains(reading.kind()) && shares) {
                problems.error(
                        "statistics.unit-mismatch",
                        requirement.place(),
                        "\"%s\" gives %s where %s needs a time"
                                .formatted(
                                        requirement.id(),
                                        targets.getFirst().text(),
                                        reading.kind().word()),
                        "no time is a share of anything that was named",
                        "write a time, and the share of requests that it holds for");
            }
        }
    }
}
