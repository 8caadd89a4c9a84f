package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.formula.Formulas;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Due;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Finding;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the sheet of a draft: its amounts and the facts they use, checked for names, cycles and dimensions.
final class SheetBuilder {
    private static final String FACTS = "facts.";
    private static final String NO_CURRENCY = "quantity.no-currency";

    private final Draft draft;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    private SheetBuilder(Draft draft) {
        this.draft = draft;
    }

    /// The checked sheet; what is wrong is reported where it was typed.
    static Checked build(Draft draft) {
        Checked checked = dimensions(draft);
        checked.findings().forEach(finding -> report(draft, finding));
        measures(draft, checked);
        return checked;
    }

    /// The sheet as far as it has been read, checked without reporting anything.
    static Checked dimensions(Draft draft) {
        SheetBuilder builder = new SheetBuilder(draft);
        draft.entries().values().forEach(entry -> builder.definitions.put(entry.name(), definition(draft, entry)));
        builder.facts();
        Sheet sheet = Sheet.of(draft.units(), Formulas.every(), builder.definitions.values());
        return Checker.check(sheet, draft.facts()::paths);
    }

    private static Definition definition(Draft draft, Draft.Entry entry) {
        Definition definition = Definition.of(entry.name(), entry.content())
                .from(entry.by())
                .written(entry.text())
                .sourced(entry.source().orElse(""))
                .placed(entry.place().address());
        Definition shown = entry.by() == Definition.Origin.DERIVED && entry.measure() == Measure.SHARE
                ? definition.shownIn(Unit.of(draft.units().find("%").orElseThrow()))
                : definition;
        return entry.growth().map(shown::growing).orElse(shown);
    }

    /// The facts that the amounts use, and the facts behind those.
    private void facts() {
        Set<String> needed = new LinkedHashSet<>(draft.used());
        definitions.values().forEach(definition -> needed.addAll(definition.uses()));
        needed.stream()
                .filter(name -> name.startsWith(FACTS) && !definitions.containsKey(name))
                .flatMap(name -> known(draft.facts(), name).stream())
                .forEach(found -> definitions.putIfAbsent(found.name(), found));
    }

    /// A fact and the facts behind it, the asked one first; empty where nothing is known.
    static List<Definition> known(Facts facts, String path) {
        Map<String, Definition> found = new LinkedHashMap<>();
        Deque<String> due = new ArrayDeque<>(List.of(path));
        while (!due.isEmpty()) {
            String name = due.poll();
            if (!found.containsKey(name)) {
                facts.find(name).ifPresent(fact -> {
                    Definition definition = fact.as(name);
                    found.put(name, definition);
                    due.addAll(definition.uses());
                });
            }
        }
        return List.copyOf(found.values());
    }

    /// Reports a fault of an amount where it was typed.
    static void report(Draft draft, Finding finding) {
        Draft.Entry entry = draft.entries().get(finding.name());
        if (entry == null) {
            return;
        }
        List<Origin> origins = entry.origins();
        Place place = finding.root() < origins.size()
                ? origins.get(finding.root()).place(finding.fault().span())
                : entry.place();
        draft.report(finding.fault(), place);
    }

    private static void measures(Draft draft, Checked checked) {
        for (Draft.Entry entry : draft.entries().values()) {
            Optional<Dimension> dimension = checked.dimension(entry.name());
            Target due = draft.targets().getOrDefault(entry.name(), Target.of(entry.measure()));
            if (dimension.isPresent() && !due.accepts().test(dimension.get()) && !isZero(entry.content())) {
                mismeasured(draft, checked, entry, dimension.get(), due);
            }
        }
    }

    /// Nothing is nothing of anything, so `wait: 0` needs no unit.
    private static boolean isZero(Content content) {
        return content instanceof Expression.Literal literal
                && literal.quantity().value() == 0;
    }

    private static void mismeasured(Draft draft, Checked checked, Draft.Entry entry, Dimension dimension, Target due) {
        String what = draft.targets().containsKey(entry.name()) ? "the target" : entry.words();
        Place place = entry.origins().isEmpty()
                ? entry.place()
                : entry.origins().getFirst().whole(entry.place());
        Optional<Fault> fault = entry.content().roots().stream()
                .findFirst()
                .flatMap(root -> new Due(what, due.wanted(), Due.Bound.ANY).check(checked, root));
        if (fault.filter(each -> each.rule().equals(NO_CURRENCY)).isPresent()) {
            draft.report(fault.get(), place);
            return;
        }
        draft.problems()
                .error(
                        "design.measure",
                        place,
                        "%s is %s".formatted(what, dimension.words()),
                        "here stands %s%s"
                                .formatted(
                                        due.words(),
                                        fault.map(each -> "; " + each.why()).orElse("")),
                        "write " + due.words());
    }
}
