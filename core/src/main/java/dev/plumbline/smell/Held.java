package dev.plumbline.smell;

import dev.plumbline.assessment.Reached;
import dev.plumbline.design.Amount;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.proposal.Grounds;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Requirements held beside the numbers of their design. Times are in seconds, shares from 0 to 1.
///
/// @param stated the requirements that say what must hold, in file order
record Held(Design design, Grounds grounds, List<Stated> stated) {
    Held {
        stated = List.copyOf(stated);
    }

    /// A requirement that says what must hold.
    record Stated(Requirement requirement, Sentence sentence) {
        String id() {
            return requirement.id();
        }

        Reading reading() {
            return sentence.reading();
        }

        /// The name of what it is about; empty where it is the whole.
        String of() {
            return reading().subject().map(name -> name.text()).orElse("");
        }

        /// The share of requests that its statistic is above; empty where it has no percentile.
        Optional<Double> level() {
            return reading()
                    .which()
                    .filter(Statistic.Percentile.class::isInstance)
                    .map(each -> ((Statistic.Percentile) each).level());
        }
    }

    static Held of(Design design) {
        List<Stated> stated = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            requirement.must().ifPresent(sentence -> stated.add(new Stated(requirement, sentence)));
        }
        return new Held(design, Grounds.of(design), stated);
    }

    List<Stated> of(RequirementKind kind) {
        return stated.stream().filter(each -> each.reading().kind() == kind).toList();
    }

    /// The first requirement of a kind about one thing.
    Optional<Stated> first(RequirementKind kind, String of) {
        return of(kind).stream().filter(each -> each.of().equals(of)).findFirst();
    }

    Optional<Double> target(Stated stated) {
        return value(RequirementSection.target(stated.id()));
    }

    /// What is tolerable, or would delight.
    Optional<Double> level(Stated stated, String level) {
        return value(RequirementSection.target(stated.id()) + "_" + level);
    }

    /// For how many of what a cost is.
    Optional<Quantity> per(Stated stated) {
        return grounds.value(RequirementSection.target(stated.id()) + "_per");
    }

    /// The window, where one is stated.
    Optional<Double> window(Stated stated) {
        return value(RequirementSection.target(stated.id()) + "_window");
    }

    Optional<Double> value(String name) {
        return grounds.value(name).map(Quantity::value);
    }

    Optional<Double> value(Amount amount) {
        return value(amount.name());
    }

    /// Requests of a path per second, on average.
    Optional<Double> rate(String path) {
        return grounds.average(path).map(Quantity::value);
    }

    /// Requests per second that reach a component, a model or a path, once for each path that does.
    double reaching(String name) {
        double sum = 0;
        for (String path : design.workload().keySet()) {
            Set<String> reached = Reached.by(design, path);
            if (path.equals(name) || reached.contains(name)) {
                sum += rate(path).orElse(0.0);
            }
        }
        return sum;
    }

    /// A time as a person writes it.
    static String time(double seconds) {
        return new Quantity(seconds, Dimension.TIME).toString();
    }

    /// A plain number as a person writes it.
    static String number(double value) {
        return Quantity.plain(value).toString();
    }
}
