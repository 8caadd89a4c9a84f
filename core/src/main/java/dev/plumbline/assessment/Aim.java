package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A percentile of latency that a requirement puts a limit on.
///
/// @param requirement its name
/// @param path the path that it is about
/// @param level such as 0.99
/// @param target seconds, with the 90 % interval over worlds
public record Aim(String requirement, String path, double level, Interval target) {
    /// The percentile above which requests are slow where no requirement names one.
    public static final double USUAL = 0.99;

    /// The name of a percentile: `p99`, `p99.9`.
    public static String statistic(double level) {
        BigDecimal percent = new BigDecimal(level * 100).round(new MathContext(6));
        return "p" + percent.stripTrailingZeros().toPlainString();
    }

    /// Those of a situation, in file order.
    static List<Aim> of(Design design, Situation situation, Valuation worlds) {
        List<Aim> aims = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            requirement
                    .must()
                    .filter(must -> Situations.of(design, requirement.id(), must, worlds)
                            .filter(each -> each.name().equals(situation.name()))
                            .isPresent())
                    .ifPresent(must -> of(requirement.id(), must, worlds, aims));
        }
        return aims;
    }

    private static void of(String id, Sentence must, Valuation worlds, List<Aim> aims) {
        boolean limit = must.relation() == Relation.AT_MOST || must.relation() == Relation.LESS;
        if (limit && must.reading() instanceof Reading.Latency(Statistic.Percentile percentile, var path)) {
            double[] targets = worlds.values(RequirementSection.target(id));
            aims.add(new Aim(id, path.text(), percentile.level(), Interval.over(targets)));
        }
    }

    /// By path, the highest percentile that is asked for: above it a request is slow.
    static Map<String, Double> slow(List<Aim> aims) {
        Map<String, Double> slow = new HashMap<>();
        aims.forEach(aim -> slow.merge(aim.path(), aim.level(), Math::max));
        return slow;
    }

    /// The one of a path that asks for the highest percentile, if one asks at all.
    public static Optional<Aim> highest(List<Aim> aims) {
        return aims.stream().max(Comparator.comparingDouble(Aim::level));
    }
}
