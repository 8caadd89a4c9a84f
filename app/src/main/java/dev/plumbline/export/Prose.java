package dev.plumbline.export;

import dev.plumbline.requirement.Requirement;

/// What files say in words of an objective.
final class Prose {
    /// OpenSLO's limit of a description.
    static final int LONGEST = 1050;

    private Prose() {}

    /// The ask first, then what it was made to mean, then who asked and why.
    static String description(Objective objective) {
        Requirement requirement = objective.requirement();
        StringBuilder text = new StringBuilder();
        requirement.ask().ifPresent(ask -> text.append(ask.strip()).append(" · "));
        text.append(objective.title());
        requirement.from().ifPresent(from -> {
            if (!from.who().isEmpty()) {
                text.append("; asked by ").append(from.who());
            }
            if (!from.because().isEmpty()) {
                text.append(", because ").append(from.because());
            }
        });
        return cut(text.toString(), LONGEST);
    }

    /// In one line, and no longer than so many characters.
    static String cut(String text, int longest) {
        String whole = text.strip().replaceAll("\\s+", " ");
        return whole.codePointCount(0, whole.length()) <= longest
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /// What an alert says besides its name.
    static Yaml.Keys annotations(Objective objective) {
        return Yaml.keys()
                .put("summary", description(objective))
                .put("requirement", objective.requirement().id() + " at " + objective.place());
    }
}
