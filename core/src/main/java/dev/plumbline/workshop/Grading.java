package dev.plumbline.workshop;

import dev.plumbline.assessment.Status;
import dev.plumbline.workshop.PracticeScore.Grade;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Grades an answer by what it has: a reason, a number, a check or a price.
final class Grading {
    private static final Set<Status> CHECKED = EnumSet.of(Status.MET, Status.AT_RISK, Status.MISSED);
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final Pattern REASON =
            Pattern.compile("(?i)\\b(?:because|since|so that|as|therefore|else|otherwise|which|who|until|before)\\b");
    private static final Pattern PRICE = Pattern.compile(
            "(?i)\\b(?:but|instead of|rather than|than|costs?|price|worth|at the expense|not|without|though)\\b");
    private static final Pattern SCOPE = Pattern.compile(" (?:at|during|over|for every) ");
    private static final Pattern SPREAD = Pattern.compile("\\.\\.|p99|,");

    private Grading() {}

    /// @param reply none where the question was not reached
    /// @param status the verdict on a requirement, after a quick look
    static Grade of(Question question, Optional<Reply> reply, Optional<Status> status) {
        if (!(reply.orElse(new Reply.Skipped()) instanceof Reply.Given(var text))) {
            return new Grade(question, 0, "nothing was answered");
        }
        return switch (question.form()) {
            case Form.Must _ ->
                must(question, text, status.filter(CHECKED::contains).isPresent());
            case Form.Prose _, Form.Sentences _, Form.Names _ -> words(question, text);
            case Form.Amount _, Form.Varying _, Form.Flow _ -> quantity(question, text);
        };
    }

    private static Grade must(Question question, String text, boolean checked) {
        boolean scoped = SCOPE.matcher(text).find();
        if (checked && scoped) {
            return new Grade(question, 4, "");
        }
        if (checked || scoped) {
            return new Grade(
                    question,
                    3,
                    checked ? "say at which load or over how long" : "no engine can check it: say who measures it");
        }
        return new Grade(question, 2, "say at which load, over how long or for whom");
    }

    private static Grade words(Question question, String text) {
        boolean number = NUMBER.matcher(text).find();
        boolean price = PRICE.matcher(text).find();
        boolean reason = price || REASON.matcher(text).find() || text.contains(",");
        if (number) {
            return price ? new Grade(question, 4, "") : new Grade(question, 3, "say what it costs, or instead of what");
        }
        return reason ? new Grade(question, 2, "put a number to it") : new Grade(question, 1, "say why, and how much");
    }

    /// What is written in the language was read and checked with the design.
    private static Grade quantity(Question question, String text) {
        if (!NUMBER.matcher(text).find()) {
            return new Grade(question, 2, "put a number to it");
        }
        boolean spread = SPREAD.matcher(text).find();
        return spread ? new Grade(question, 4, "") : new Grade(question, 3, "say how sure you are: a range, or a tail");
    }
}
