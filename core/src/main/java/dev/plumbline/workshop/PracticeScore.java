package dev.plumbline.workshop;

import java.util.List;

/// How a practice went: 100 points over six skills.
///
/// Estimates are held against what follows from the learner's own answers. Everything else is graded from 0 to 4 by
/// what an answer has: its form is read and not its truth, so that a person should read it too.
///
/// @param grades of the answers, in the order of the questions
/// @param guesses the learner's estimates
public record PracticeScore(List<Grade> grades, List<Guess> guesses) {
    /// An estimate is as good as the model's within this factor.
    static final double CLOSE = 2;

    /// And half as good within this one.
    static final double NEAR = 10;

    public PracticeScore {
        grades = List.copyOf(grades);
        guesses = List.copyOf(guesses);
    }

    /// An answer's grade: 0 absent, 1 named, 2 reasoned, 3 quantified, 4 quantified and checked or with its price.
    ///
    /// @param lacks what would give more; empty at 4
    public record Grade(Question question, int points, String lacks) {}

    /// An estimate beside what the model says.
    ///
    /// @param name what was estimated
    /// @param said as typed; empty if nothing was
    /// @param model what follows from the design
    /// @param factor how far it is off, at least 1; infinite if nothing was said
    public record Guess(String name, String said, String model, double factor) {
        /// The share of the points that it earns.
        public double share() {
            return factor <= CLOSE ? 1 : factor <= NEAR ? 0.5 : 0;
        }
    }

    /// The points in a skill, of its weight.
    public double points(Skill skill) {
        double share = skill == Skill.ESTIMATION
                ? guesses.stream().mapToDouble(Guess::share).average().orElse(0)
                : of(skill).stream().mapToInt(Grade::points).average().orElse(0) / 4;
        return share * skill.weight();
    }

    /// The grades that a skill is made of.
    public List<Grade> of(Skill skill) {
        return grades.stream()
                .filter(grade -> Skill.of(grade.question().stage()) == skill)
                .toList();
    }

    /// The points of all skills, of 100.
    public double total() {
        double total = 0;
        for (Skill skill : Skill.values()) {
            total += points(skill);
        }
        return total;
    }
}
