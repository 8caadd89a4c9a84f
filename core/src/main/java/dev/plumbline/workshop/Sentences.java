package dev.plumbline.workshop;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requirement sentences, of which a person may type the target alone.
final class Sentences {
    private static final Pattern SENTENCE = Pattern.compile("(.+? (?:<=|>=) )(.+?)((?: (?:at|during|over|for) .*)?)");
    private static final Pattern RELATION = Pattern.compile("<=|>=|<|>|\\b(?:at most|at least|within)\\b");

    private Sentences() {}

    /// The answer as a whole sentence: a target alone takes the place of that of the proposal.
    static String whole(String proposal, String answer) {
        Matcher sentence = SENTENCE.matcher(proposal);
        boolean bare = !RELATION.matcher(answer).find() && !answer.contains(" of ");
        return bare && sentence.matches() ? sentence.group(1) + answer + sentence.group(3) : answer;
    }

    /// The target of a sentence; empty if it has none.
    static String target(String sentence) {
        Matcher found = SENTENCE.matcher(sentence);
        return found.matches() ? found.group(2) : "";
    }
}
