package dev.plumbline.calculation;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.formula.Formulas;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Explainer;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Finding;
import dev.plumbline.quantity.Parsed;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Span;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Units;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes one expression over units, unknowns, formulas, facts and the names that were given before. Immutable.
///
/// Cost: a fraction of a millisecond without unknowns; with them some ten milliseconds for 65,536 worlds.
public final class Calculator {
    /// Enough that an interval's ends move by less than 1 % with the seed.
    public static final Worlds USUAL = new Worlds(65_536, 42);

    /// The name of the expression among the names it may use; no name that can be typed.
    private static final String ANSWER = "(the answer)";

    private static final String UNDEFINED = "correct its spelling, or put a value in its place";

    /// What is put behind a name whose meaning has changed; no name that can be typed.
    private static final String FORMER = "′";

    private final Facts facts;
    private final Worlds worlds;
    private final Map<String, Definition> names;

    private Calculator(Facts facts, Worlds worlds, Map<String, Definition> names) {
        this.facts = facts;
        this.worlds = worlds;
        this.names = names;
    }

    public static Calculator of(Facts facts, Worlds worlds) {
        return new Calculator(facts, worlds, Map.of());
    }

    public Facts facts() {
        return facts;
    }

    /// The names that were given, in the order in which they were.
    public List<String> names() {
        return names.keySet().stream().filter(name -> !name.endsWith(FORMER)).toList();
    }

    /// This with a name for a value, which later expressions may use. What was said with the name's former meaning
    /// keeps it: `x = x + 1` is no circle, and changes no name that was computed from the old `x`.
    public Calculator with(String name, Answer.Value value) {
        String former = name + FORMER;
        while (names.containsKey(former)) {
            former += FORMER;
        }
        var renaming = new Renaming(name, former);
        Map<String, Definition> more = new LinkedHashMap<>();
        for (Definition definition : names.values()) {
            String called = definition.name().equals(name) ? former : definition.name();
            more.put(called, definition(called, definition.formula(), renamed(definition, renaming)));
        }
        more.put(name, definition(name, value.text(), renaming.of(value.expression())));
        return new Calculator(facts, worlds, more);
    }

    private static Definition definition(String name, String text, Expression expression) {
        return Definition.of(name, expression).written(text);
    }

    private static Expression renamed(Definition definition, Renaming renaming) {
        return definition.content().roots().stream()
                .map(renaming::of)
                .findFirst()
                .orElseThrow();
    }

    /// Computes a text on its own.
    public Answer answer(String text) {
        return answer(new SourceFile("expression", text), Optional.empty());
    }

    /// Computes a text, printed in a unit if one is asked for.
    ///
    /// @param source the text with the name that messages give it
    /// @param unit the unit to print the value in, as typed
    public Answer answer(SourceFile source, Optional<String> unit) {
        return answer(source, 0, source.text().length(), unit);
    }

    /// Computes a stretch of a text, such as one line of many.
    public Answer answer(SourceFile source, int start, int end, Optional<String> unit) {
        String text = source.text().substring(start, end);
        Units units = units(text);
        Parsed parsed = Parser.parse(text, units);
        var told = new Telling(source, start);
        if (parsed instanceof Parsed.Faulty(var faults)) {
            return told.refused(faults);
        }
        Expression expression = parsed.found().orElseThrow();
        Checked checked = Checker.check(sheet(units, text, expression, List.of()), facts::paths, UNDEFINED);
        List<Fault> faults = checked.findings().stream()
                .filter(finding -> finding.name().equals(ANSWER))
                .map(Finding::fault)
                .toList();
        if (!faults.isEmpty()) {
            return told.refused(faults);
        }
        List<Definition> parts = Bounds.parts(expression);
        if (!parts.isEmpty()) {
            checked = Checker.check(sheet(units, text, expression, parts));
        }
        Valuation valuation = Valuation.of(checked, worlds);
        List<Fault> impossible = valuation.findings().stream()
                .map(Finding::fault)
                .map(fault -> named(fault, text))
                .toList();
        if (!impossible.isEmpty()) {
            return told.refused(impossible);
        }
        Dimension dimension = valuation.dimension(ANSWER);
        Spread spread = valuation.spread(ANSWER);
        Optional<Scale> asked = Optional.empty();
        if (unit.isPresent()) {
            var reading = new UnitReading(units, dimension);
            Optional<Fault> wrong = reading.fault(unit.get());
            if (wrong.isPresent()) {
                return new Telling(new SourceFile("--in", unit.get()), 0).refused(List.of(wrong.get()));
            }
            asked = reading.unit(unit.get()).map(found -> new Scale(found, ""));
        }
        return new Answer.Value(
                text.strip(),
                expression,
                spread,
                dimension,
                asked.orElseGet(() -> scale(new Quantity(spread.median(), dimension), expression)),
                Explainer.explain(valuation, ANSWER),
                used(expression),
                valuation.drivers(ANSWER),
                new Bounds(valuation).of(expression));
    }

    /// The formula that has no value is the text itself, whatever it is called inside.
    private static Fault named(Fault fault, String text) {
        return fault.span().equals(Span.NONE)
                ? new Fault(fault.rule(), new Span(0, text.length()), fault.what(), fault.why(), fault.mend())
                : fault;
    }

    private static Scale scale(Quantity median, Expression expression) {
        Optional<Unit> written = Definition.of(ANSWER, expression).unit();
        return written.map(unit -> Scale.of(median, unit)).orElseGet(() -> Scale.of(median));
    }

    /// The units of the language; those that facts count in only where they are needed, since that reads all files.
    private Units units(String text) {
        Units standard = Units.standard();
        boolean enough = !text.contains("facts.") && Parser.parse(text, standard) instanceof Parsed.Good;
        return (enough ? standard : standard.withNouns(facts.nouns())).yieldingTo(names.keySet());
    }

    /// @param parts the arguments of an expression that picks one of them
    private Sheet sheet(Units units, String text, Expression expression, List<Definition> parts) {
        List<Definition> definitions = new ArrayList<>(names.values());
        definitions.addAll(parts);
        definitions.add(Definition.of(ANSWER, Bounds.over(expression, parts)).written(text.strip()));
        List<String> paths = definitions.stream()
                .flatMap(definition -> definition.uses().stream())
                .filter(name -> name.startsWith(Facts.ROOT))
                .distinct()
                .toList();
        for (String path : paths) {
            facts.find(path).map(fact -> fact.as(path)).ifPresent(definitions::add);
        }
        return Sheet.of(units, Formulas.every(), definitions);
    }

    /// The facts behind an expression, those of the names it uses included.
    private List<Fact> used(Expression expression) {
        Map<String, Fact> found = new LinkedHashMap<>();
        collect(expression, found);
        return List.copyOf(found.values());
    }

    private void collect(Expression expression, Map<String, Fact> found) {
        for (String name : expression.names()) {
            facts.find(name).filter(_ -> name.startsWith(Facts.ROOT)).ifPresent(fact -> found.put(fact.path(), fact));
            Optional.ofNullable(names.get(name))
                    .ifPresent(definition -> definition.content().roots().forEach(root -> collect(root, found)));
        }
    }

    /// Places faults in the text that was typed.
    private record Telling(SourceFile source, int offset) {
        Answer.Refused refused(List<Fault> faults) {
            Problems problems = new Problems();
            for (Fault fault : faults) {
                problems.error(
                        fault.rule(),
                        source.place(fault.start() + offset, fault.end() + offset),
                        fault.what(),
                        fault.why(),
                        fault.mend());
            }
            return new Answer.Refused(problems.collected());
        }
    }
}
