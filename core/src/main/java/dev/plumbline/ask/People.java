package dev.plumbline.ask;

import java.util.List;
import java.util.Set;

/// Nouns for people, by which an ask says for whom it is.
final class People {
    private static final Set<String> NOUNS = Words.list("""
                        user users people person persons staff personnel community audience children men women
                        novice             novices expert experts student students nurse nurses agent agents
                        client clients customer customers             member members employee employees analyst
                        analysts clerk clerks team teams guest guests citizen citizens patient
                        patients developer developers technician technicians clinician clinicians public
                        everyone anyone seniors parents pupils kids beginners professionals participants
                        applicants candidates personas administrator administrators""");
    /// Behind a person these make a thing or a trait: `user interface`, `user friendly`.
    private static final Set<String> ABOUT = Words.list("""
            friendly friendliness interface interfaces input experience guide manual data accounts account""");
    private static final Set<String> THINGS = Words.list("""
                        numbers letters parameters servers computers errors characters colors orders offers
            filters headers             browsers others papers answers layers printers monitors factors
            sensors vectors containers clusters             triggers transfers registers routers buffers
            folders identifiers controllers processors connectors             indicators behaviors colours
            matters powers doors floors chapters quarters disasters workers timers             towers
            centers""");

    /// The ends of plurals for those who do something.
    private static final List<String> DOERS = List.of("ers", "ors", "ists", "ians");

    /// By which people are told apart, and where one sort may be served worse than another.
    private static final Set<String> GROUPS = Words.list("""
            sex sexes men women male female age ages band bands skin""");
    private static final List<String> GROUP_STEMS = List.of(
            "group",
            "subgroup",
            "gender",
            "race",
            "ethnic",
            "dialect",
            "accent",
            "language",
            "speaker",
            "nationalit",
            "minorit",
            "demographic",
            "religion",
            "origin",
            "cohort",
            "disabilit",
            "protected");

    private static final Set<String> MODALS = Words.list("shall must should can may will needs has");

    private People() {}

    /// Whether a word names a sort of people, or that by which they are told apart.
    static boolean isGroup(String word) {
        return GROUPS.contains(word) || GROUP_STEMS.stream().anyMatch(word::startsWith);
    }

    /// Whether somebody is named: a noun of the list, or a plural that ends as those who do something.
    static boolean named(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if ((isOne(words.text(i)) && !ABOUT.contains(words.text(i + 1))) || acts(words, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether people are what a share is of: `90 % of the realtors`, `four of five nurses`.
    static boolean follow(Words words, int at) {
        for (int i = at; i <= at + 3; i++) {
            if (isOne(words.text(i))) {
                return true;
            }
        }
        return false;
    }

    /// A single one of those who do something, as the subject: `a new teacher should be able`.
    private static boolean acts(Words words, int at) {
        String plural = words.text(at) + "s";
        return MODALS.contains(words.text(at + 1)) && words.text(at + 3).equals("able") && isOne(plural);
    }

    static boolean isOne(String word) {
        return NOUNS.contains(word) || (DOERS.stream().anyMatch(word::endsWith) && !THINGS.contains(word));
    }
}
