package dev.plumbline.requirement;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A relation in words, such as "must be less than", which the language refuses and answers with its symbol.
///
/// @param from the index of its first word
/// @param to the index behind its last
record WordRelation(Relation relation, int from, int to) {
    private static final Set<String> LEADS = Set.of(
            "must", "should", "shall", "has", "have", "needs", "to", "be", "is", "are", "stay", "stays", "remain",
            "remains", "kept", "not");
    private static final String[][] SMALL = {
        {"less", "than", "or", "equal", "to"},
        {"no", "more", "than"},
        {"not", "more", "than"},
        {"not", "exceed"},
        {"less", "than"},
        {"lower", "than"},
        {"fewer", "than"},
        {"smaller", "than"},
        {"at", "most"},
        {"up", "to"},
        {"under"},
        {"below"},
        {"within"},
    };
    private static final String[][] GREAT = {
        {"greater", "than", "or", "equal", "to"},
        {"no", "less", "than"},
        {"not", "less", "than"},
        {"not", "below"},
        {"more", "than"},
        {"greater", "than"},
        {"higher", "than"},
        {"at", "least"},
        {"above"},
        {"exceeds"},
    };
    private static final String[][] SAME = {{"equal", "to"}, {"equals"}, {"exactly"}, {"is"}, {"be"}};

    /// The first relation in words, with the verbs in front of it.
    static Optional<WordRelation> find(Words words) {
        for (int i = 1; i < words.size(); i++) {
            int at = i;
            Optional<WordRelation> found =
                    match(words, at, SMALL, Relation.AT_MOST).or(() -> match(words, at, GREAT, Relation.AT_LEAST));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int at = 1; at < words.size() - 1; at++) {
            Optional<WordRelation> found = match(words, at, SAME, Relation.EQUAL);
            if (found.isPresent() && words.get(found.get().to()).startsNumber()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<WordRelation> match(Words words, int at, String[][] phrases, Relation relation) {
        for (String[] phrase : phrases) {
            int length = phrase.length;
            boolean all = at + length <= words.size();
            for (int i = 0; all && i < length; i++) {
                all = words.is(at + i, phrase[i]);
            }
            if (all) {
                int from = at;
                while (from > 1 && LEADS.contains(words.get(from - 1).text().toLowerCase(Locale.ROOT))) {
                    from--;
                }
                return Optional.of(new WordRelation(relation, from, Math.min(at + length, words.size())));
            }
        }
        return Optional.empty();
    }
}
