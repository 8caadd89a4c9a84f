package dev.plumbline.ask;

import java.util.List;
import java.util.Set;

/// Nouns for people, by which an ask says for whom it is.
final class People {
    private static final Set<String> NOUNS = Words.list("""
                        user users people person persons staff personnel community audience children men
            women novice             novices expert experts student students nurse nurses agent agents
            client clients customer customers             member members employee employees analyst analysts
            clerk clerks team teams guest guests citizen citizens patient             patients developer
            developers technician technicians clinician clinicians public everyone anyone
            seniors beginners professionals participants applicants candidates personas administrator
            administrators""");
    private static final Set<String> THINGS = Words.list("""
                        numbers letters parameters servers computers errors characters colors orders offers
            filters headers             browsers others papers answers layers printers monitors factors
            sensors vectors containers clusters             triggers transfers registers routers buffers
            folders identifiers controllers processors connectors             indicators behaviors colours
            matters powers doors floors chapters quarters disasters workers timers             towers
            centers""");

    /// The ends of plurals for those who do something.
    private static final List<String> DOERS = List.of("ers", "ors", "ists", "ians");

    private People() {}

    /// Whether somebody is named: a noun of the list, or a plural that ends as those who do something.
    static boolean named(Words words) {
        return words.all().stream().map(Words.Word::text).anyMatch(People::isOne);
    }

    private static boolean isOne(String word) {
        return NOUNS.contains(word) || (DOERS.stream().anyMatch(word::endsWith) && !THINGS.contains(word));
    }
}
