package dev.plumbline.ask;

import dev.plumbline.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words of an ask that leave open what would meet it.
///
/// @param rule the rule that speaks, such as `ask.vague-quality`; its page is `docs/rules/<rule>.md`
/// @param words what was typed
/// @param start the offset of its first char in the ask
public record WordSmell(String rule, Severity severity, String words, int start, String why, String mend) {

    private static final String GROUP = "ask.";

    /// The rule's name within its group: `vague-quality`.
    public String name() {
        return rule.substring(GROUP.length());
    }

    /// The smells of a sentence, in its order; each rule speaks once.
    static List<WordSmell> in(Words words, List<Mention> mentions) {
        List<WordSmell> found = new ArrayList<>();
        for (WordRule rule : WordRules.ALL) {
            rule.find(words, mentions)
                    .ifPresent(span -> found.add(new WordSmell(
                            rule.id(),
                            rule.severity(),
                            words.typed(span.from(), span.to()),
                            words.get(span.from()).start(),
                            rule.why(),
                            rule.mend())));
        }
        found.sort(Comparator.comparingInt(WordSmell::start).thenComparing(WordSmell::rule));
        return List.copyOf(found);
    }
}
