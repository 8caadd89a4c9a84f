package dev.plumbline.review;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// A candidate with what it showed.
///
/// @param shortfall how far the requirement still is from being met
/// @param cost money per month; 0 where nothing has a price
record Scored(Candidate candidate, Trial trial, double chance, double shortfall, double cost) {
    static final Comparator<Scored> CHEAPEST = Comparator.comparingDouble(Scored::cost)
            .thenComparingDouble(each -> each.candidate().growth())
            .thenComparingInt(each -> each.candidate().moves().size());

    private static final double ALIKE = 1e-9;

    static Scored of(Candidate candidate, Trial trial, String requirement) {
        double chance = trial.verdict(requirement)
                .flatMap(verdict -> verdict.chance().stream().boxed().findFirst())
                .orElse(0.0);
        double shortfall = trial.shortfalls().getOrDefault(requirement, Double.POSITIVE_INFINITY);
        double cost = trial.cost().map(Scored::amount).orElse(0.0);
        return new Scored(candidate, trial, chance, shortfall, cost);
    }

    private static double amount(Figure figure) {
        return figure.interval().value();
    }

    /// Whether nobody would choose the other: this one is no worse in gain, cost and what it takes for granted, and
    /// better in one of them or done with fewer moves.
    boolean dominates(Scored other) {
        int gain = gain(other);
        int saving = saving(other);
        boolean moreMoves = candidate.moves().size() > other.candidate.moves().size();
        boolean taken = new HashSet<>(other.candidate.assumes()).containsAll(candidate.assumes());
        if (gain < 0 || saving < 0 || !taken) {
            return false;
        }
        boolean fewerMoves = candidate.moves().size() < other.candidate.moves().size();
        boolean less = candidate.assumes().size() < other.candidate.assumes().size();
        return gain > 0 || saving > 0 || fewerMoves || (less && !moreMoves);
    }

    /// Above zero if this one meets the requirement more surely; among equals, if it comes nearer.
    private int gain(Scored other) {
        if (Math.abs(chance - other.chance) > ALIKE) {
            return Double.compare(chance, other.chance);
        }
        return Math.abs(shortfall - other.shortfall) <= ALIKE ? 0 : Double.compare(other.shortfall, shortfall);
    }

    private int saving(Scored other) {
        boolean alike = Math.abs(cost - other.cost) <= ALIKE * Math.max(1, Math.abs(cost));
        return alike ? Double.compare(other.candidate.growth(), candidate.growth()) : Double.compare(other.cost, cost);
    }

    /// Those that none of the others dominates, the cheapest first.
    static List<Scored> front(List<Scored> all) {
        return all.stream()
                .filter(each -> all.stream().noneMatch(other -> other.dominates(each)))
                .sorted(CHEAPEST)
                .toList();
    }

    /// So many of them: the front first, then the front of the rest and so on; of a front that is too long, those
    /// spread
    /// evenly over its costs.
    static List<Scored> best(List<Scored> all, int count) {
        List<Scored> chosen = new ArrayList<>();
        List<Scored> rest = new ArrayList<>(all);
        while (!rest.isEmpty() && chosen.size() < count) {
            List<Scored> front = front(rest);
            if (front.isEmpty()) {
                break;
            }
            chosen.addAll(spread(front.reversed(), count - chosen.size()));
            rest.removeAll(front);
        }
        return chosen;
    }

    private static List<Scored> spread(List<Scored> front, int room) {
        if (front.size() <= room) {
            return front;
        }
        List<Scored> chosen = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            chosen.add(front.get(i * front.size() / room));
        }
        return chosen;
    }
}
