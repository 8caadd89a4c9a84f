package dev.plumbline.proposal;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Practice;
import dev.plumbline.requirement.RequirementKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a requirement of a kind is about: a part of the design, or a place to be filled in.
///
/// @param name the part's name, or such as `<operation>`
/// @param why why it is taken to be that
/// @param isKnown whether the design has it
record Subject(String name, String why, boolean isKnown) {
    /// What sort of part a kind of requirement is about.
    private enum Part {
        PATH("operation"),
        WRITER("language model"),
        DATA("data"),
        STORE("store"),
        MODEL("model"),
        WHOLE("system");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /// Without a design.
    static Subject unknown(RequirementKind kind) {
        Part part = part(kind);
        return part == Part.WHOLE
                ? new Subject("the system", "as a whole", false)
                : new Subject("<" + part.word + ">", "to be named", false);
    }

    /// The part that the ask names, or else the likeliest.
    static Subject in(Grounds grounds, RequirementKind kind, String ask) {
        Design design = grounds.design();
        return switch (part(kind)) {
            case PATH -> path(grounds, ask);
            case WRITER -> of(kind, ask, components(design, Kind.LLM), "language model");
            case DATA -> of(kind, ask, kind == RequirementKind.PRIVACY ? personal(design) : data(design), "data");
            case STORE -> of(kind, ask, components(design, Kind.STORE), "store");
            case MODEL -> of(kind, ask, models(design), "model");
            case WHOLE -> new Subject(design.name(), "as a whole", true);
        };
    }

    private static Subject path(Grounds grounds, String ask) {
        Collection<String> asked = grounds.design().workload().keySet();
        return named(ask, asked)
                .or(() -> grounds.busiest()
                        .map(path -> new Subject(
                                path,
                                asked.size() == 1 ? "the only path asked for" : "the path asked for most often",
                                true)))
                .orElseGet(() -> unknown(RequirementKind.LATENCY));
    }

    private static Subject of(RequirementKind kind, String ask, List<String> known, String what) {
        return named(ask, known)
                .or(() -> known.stream()
                        .findFirst()
                        .map(first -> new Subject(
                                first,
                                known.size() == 1 ? "the only " + what : "the first " + what + " of the design",
                                true)))
                .orElseGet(() -> unknown(kind));
    }

    private static Optional<Subject> named(String ask, Collection<String> known) {
        String words = " " + ask.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return known.stream()
                .filter(each ->
                        words.contains(" " + each.toLowerCase(Locale.ROOT).replaceAll("[_-]+", " ") + " "))
                .findFirst()
                .map(each -> new Subject(each, "named in the ask", true));
    }

    private static List<String> components(Design design, Kind kind) {
        return design.components().values().stream()
                .filter(each -> each.kind() == kind)
                .map(Component::name)
                .toList();
    }

    /// What a model reads comes first, since it decides predictions.
    private static List<String> data(Design design) {
        List<String> used = design.models().values().stream()
                .flatMap(model -> model.uses().stream())
                .filter(design.data()::containsKey)
                .distinct()
                .toList();
        return used.isEmpty() ? design.data().values().stream().map(Data::name).toList() : used;
    }

    /// What holds data on persons comes first.
    private static List<String> personal(Design design) {
        List<String> personal =
                design.practice().privacy().map(Practice.Privacy::personal).orElse(List.of());
        return personal.isEmpty() ? data(design) : personal;
    }

    private static List<String> models(Design design) {
        if (!design.models().isEmpty()) {
            return List.copyOf(design.models().keySet());
        }
        return design.components().entrySet().stream()
                .filter(entry ->
                        entry.getValue().kind() == Kind.LLM || entry.getValue().kind() == Kind.MODEL)
                .sorted(Map.Entry.comparingByValue((a, b) -> b.kind().compareTo(a.kind())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Part part(RequirementKind kind) {
        return switch (kind) {
            case LATENCY,
                    THROUGHPUT,
                    CAPACITY,
                    AVAILABILITY,
                    RECOVERY,
                    COLD_START,
                    SCALING,
                    EXPLAINABILITY,
                    FALLBACK,
                    USABILITY,
                    BATCH_DURATION -> Part.PATH;
            case TIME_TO_FIRST_TOKEN, TIME_PER_OUTPUT_TOKEN -> Part.WRITER;
            case FRESHNESS, DRIFT, SKEW, PRIVACY, RESIDENCY -> Part.DATA;
            case STALENESS, DURABILITY -> Part.STORE;
            case QUALITY, CALIBRATION, ONLINE_EFFECT, FAIRNESS, LABEL_DELAY, RETRAINING, ROLLBACK, SAFETY, AUDIT ->
                Part.MODEL;
            case COST,
                    CARBON,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> Part.WHOLE;
        };
    }
}
