package dev.plumbline.review;

import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Trial;
import dev.plumbline.assessment.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Which requirements a mend of another one makes worse.
final class Harm {
    /// One side of a 95 % interval.
    private static final double SIDE = 1.645;

    private Harm() {}

    /// The other requirements whose status falls, or whose chance drops by more than the luck of the worlds explains.
    ///
    /// @param doubt a drop up to which nothing is held against it
    static List<String> of(Trial before, Trial after, String requirement, int worlds, double doubt) {
        List<String> worse = new ArrayList<>();
        for (Verdict was : before.verdicts()) {
            if (!was.id().equals(requirement)
                    && after.verdict(was.id())
                            .filter(is -> worse(was, is, worlds, doubt))
                            .isPresent()) {
                worse.add(was.id());
            }
        }
        return worse;
    }

    private static boolean worse(Verdict was, Verdict is, int worlds, double doubt) {
        if (was.chance().isEmpty() || is.chance().isEmpty()) {
            return was.chance().isPresent();
        }
        double drop = was.chance().getAsDouble() - is.chance().getAsDouble();
        double middle = (was.chance().getAsDouble() + is.chance().getAsDouble()) / 2;
        double noise = Math.max(1.0 / worlds, SIDE * Math.sqrt(middle * (1 - middle) / worlds));
        boolean falls = (was.status() == Status.MET && is.status() != Status.MET)
                || (was.status() == Status.AT_RISK && is.status() == Status.MISSED);
        return drop > doubt && (drop > noise || falls);
    }
}
