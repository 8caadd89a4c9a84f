package dev.plumbline.quantity;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.quantity.Typing.Typed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Checks a sheet before anything runs: every name is known, no name is defined by itself, every dimension fits, and
/// every range and distribution whose numbers are fixed makes sense. Cost: linear in the size of all formulas.
public final class Checker {
    private static final int DEEPEST = 150;

    private final Sheet sheet;
    private final Supplier<? extends Collection<String>> elsewhere;
    private final String undefined;
    private final Map<String, Typed> types = new HashMap<>();
    private final Map<String, Dimension> dimensions = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final Map<String, List<Finding>> findings = new LinkedHashMap<>();

    private Checker(Sheet sheet, Supplier<? extends Collection<String>> elsewhere, String undefined) {
        this.sheet = sheet;
        this.elsewhere = elsewhere;
        this.undefined = undefined;
        sheet.definitions().forEach(definition -> findings.put(definition.name(), new ArrayList<>()));
    }

    public static Checked check(Sheet sheet) {
        return check(sheet, Set::of);
    }

    /// @param elsewhere names that exist outside the sheet, such as facts that nobody used yet: offered when one is
    ///     misspelt
    public static Checked check(Sheet sheet, Supplier<? extends Collection<String>> elsewhere) {
        return check(sheet, elsewhere, "define it under assume:, or correct its spelling");
    }

    /// @param undefined how to mend a name that is not defined, where none is near enough to be meant
    public static Checked check(Sheet sheet, Supplier<? extends Collection<String>> elsewhere, String undefined) {
        var checker = new Checker(sheet, elsewhere, undefined);
        sheet.definitions().forEach(definition -> checker.type(definition.name()));
        List<Finding> all =
                checker.findings.values().stream().flatMap(List::stream).toList();
        return new Checked(sheet, checker.dimensions, checker.order, all);
    }

    private Typed type(String name) {
        Typed known = types.get(name);
        if (known != null) {
            return known;
        }
        Definition definition = sheet.find(name).orElseThrow();
        path.add(name);
        Typed typed = contents(definition);
        path.removeLast();
        types.put(name, typed);
        order.add(name);
        if (!typed.faulty()) {
            dimensions.put(name, typed.dimension());
        }
        return typed;
    }

    private Typed contents(Definition definition) {
        List<Expression> roots = definition.content().roots();
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            typed.add(root(definition, i, roots.get(i)));
        }
        definition.growth().ifPresent(growth -> growth(definition, roots.size(), growth));
        return switch (definition.content()) {
            case Expression expression -> typed.getFirst();
            case Varying varying ->
                new VaryingCheck(sheet, dimensions)
                        .check(varying, typed, (root, fault) -> note(definition.name(), root, fault));
        };
    }

    private Typed root(Definition definition, int index, Expression root) {
        List<Fault> faults = new ArrayList<>();
        boolean sized = definition.content() instanceof Varying;
        var typing = new Typing(sheet, new Names(definition, sized, faults), mismatch(), faults);
        Typed typed = typing.of(root);
        if (faults.isEmpty()) {
            new Ranges(new Constants(sheet), faults).check(root);
        }
        faults.forEach(fault -> note(definition.name(), index, fault));
        return faults.isEmpty() ? typed : Typed.FAULTY;
    }

    private void growth(Definition definition, int index, Growth growth) {
        Typed typed = root(definition, index, growth.rate());
        Dimension perTime = Dimension.NONE.per(Dimension.TIME);
        if (!typed.fits(Typed.of(perTime))) {
            note(
                    definition.name(),
                    index,
                    new Fault(
                            "quantity.dimension",
                            growth.rate().span(),
                            "\"%s\" grows by %s"
                                    .formatted(
                                            definition.name(), typed.dimension().words()),
                            mismatch().side(written(growth.rate()), typed.dimension())
                                    + ", and growth is a share per time",
                            "write a rate such as 6 %/month"));
        }
    }

    /// A rate that has a name of its own, as its author wrote it.
    private Expression written(Expression rate) {
        return rate instanceof Expression.Name(var path, var _)
                        && sheet.find(path).map(Definition::content).orElse(rate) instanceof Expression own
                ? own
                : rate;
    }

    private Mismatch mismatch() {
        return new Mismatch(sheet, dimensions);
    }

    private void note(String name, int root, Fault fault) {
        findings.computeIfAbsent(name, key -> new ArrayList<>()).add(new Finding(name, root, fault));
    }

    /// The names one definition may use.
    private final class Names implements Typing.Scope {
        private final Definition definition;
        private final boolean sized;
        private final List<Fault> faults;

        Names(Definition definition, boolean sized, List<Fault> faults) {
            this.definition = definition;
            this.sized = sized;
            this.faults = faults;
        }

        @Override
        public Typed name(Expression.Name name) {
            if (sized && name.path().equals(Varying.SIZE)) {
                return Typed.of(Dimension.NONE);
            }
            Definition meant = sheet.find(name.path()).orElse(null);
            if (meant == null) {
                return unitOrNothing(name);
            }
            if (meant.content() instanceof Varying varying
                    && (varying.sized() || !(varying instanceof Varying.Constant))) {
                faults.add(differs(name, varying));
                return Typed.FAULTY;
            }
            return defined(name);
        }

        @Override
        public Typed varying(Expression.Summary summary) {
            String path = summary.of().path();
            Definition meant = sheet.find(path).orElse(null);
            if (meant == null) {
                return unitOrNothing(summary.of());
            }
            boolean sizeGiven = summary.figure() == Expression.Figure.MEAN_AT;
            if (!sizeGiven && meant.content() instanceof Varying varying && varying.sized()) {
                faults.add(differs(summary.of(), varying));
                return Typed.FAULTY;
            }
            return defined(summary.of());
        }

        private Typed defined(Expression.Name name) {
            int before = path.indexOf(name.path());
            if (before < 0 && path.size() > DEEPEST) {
                faults.add(new Fault(
                        "quantity.cycle",
                        name.span(),
                        "\"%s\" stands on more than %d names, one on the other".formatted(path.getFirst(), DEEPEST),
                        "nobody could follow where its value comes from",
                        "shorten the chain of definitions"));
                return Typed.FAULTY;
            }
            if (before < 0) {
                return type(name.path());
            }
            List<String> circle = new ArrayList<>(path.subList(before, path.size()));
            circle.add(name.path());
            faults.add(circle(name, circle));
            return Typed.FAULTY;
        }

        private Fault circle(Expression.Name name, List<String> circle) {
            String round = String.join(
                    " → ", circle.stream().map(Checker.this::withPlace).toList());
            return new Fault(
                    "quantity.cycle",
                    name.span(),
                    "\"%s\" is defined by itself: %s".formatted(circle.getFirst(), round),
                    "no value can be computed from itself",
                    "give one of them a value that does not need the others");
        }

        private Typed unitOrNothing(Expression.Name name) {
            UnitWord unit = sheet.unit(name.path()).orElse(null);
            if (unit != null) {
                return Typed.of(unit.dimension());
            }
            Set<String> known = new TreeSet<>(sheet.units().known());
            sheet.definitions().stream()
                    .map(Definition::name)
                    .filter(each -> !each.equals(definition.name()))
                    .forEach(known::add);
            known.addAll(elsewhere.get());
            faults.add(new Fault(
                    "quantity.unknown-name",
                    name.span(),
                    "there is no \"%s\"".formatted(name.path()),
                    "a word in an expression is a name that is defined, a fact or a unit",
                    Nearest.to(name.path(), known)
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse(undefined)));
            return Typed.FAULTY;
        }

        private Fault differs(Expression.Name name, Varying varying) {
            String forms = varying.sized()
                    ? "mean_at(%s, 32)".formatted(name.path())
                    : "mean(%s) or quantile(%s, 99 %%)".formatted(name.path(), name.path());
            return new Fault(
                    "quantity.varying",
                    name.span(),
                    "\"%s\" is not one value".formatted(name.path()),
                    varying.sized()
                            ? "it depends on the size of the batch"
                            : "it differs from request to request: %s".formatted(Printer.print(varying)),
                    "say which figure of it you mean: %s".formatted(forms));
        }
    }

    private String withPlace(String name) {
        String place = sheet.find(name).map(Definition::place).orElse("");
        return place.isEmpty() ? name : "%s (%s)".formatted(name, place);
    }
}
