package dev.plumbline.cli;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.formula.Formulas;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Units;
import dev.plumbline.report.CalculationReport;
import dev.plumbline.report.FactsReport;
import dev.plumbline.report.FunctionText;
import dev.plumbline.report.Palette;
import dev.plumbline.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sitting at the calculator: lines that are answered one after the other, with names that stay.
final class CalcLines {
    /// What the answer before is called.
    static final String LAST = "last";

    private static final Pattern GIVEN = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=(?!=)(.*)");
    private static final Pattern WORDS = Pattern.compile("\\s*(help|facts|names)(?:\\s+(.*\\S))?\\s*");
    private static final String HELP = """
            An expression                 2 * 70bn param * 1 B/param / facts.h100.memory_bandwidth
            A range, 90 % sure            4 .. 8 ms
            A name for later              batch = 8 .. 32
            The answer before             last
            Facts about something         facts h100
            A formula                     help decode_floor
            All formulas                  help formulas
            Leave                         quit, or Ctrl-D
            """;

    private final int width;
    private final Palette palette;
    private final Optional<String> unit;
    private Calculator calculator;

    CalcLines(Calculator calculator, int width, Palette palette, Optional<String> unit) {
        this.calculator = calculator;
        this.width = width;
        this.palette = palette;
        this.unit = unit;
    }

    Calculator calculator() {
        return calculator;
    }

    /// What a line comes to.
    ///
    /// @param out what is said
    /// @param err what is wrong with the line; empty if nothing is
    record Said(String out, String err) {}

    /// Answers a line of a text.
    ///
    /// @param start where the line begins in the text
    /// @param end where it ends, its line feed not counted
    Said answer(SourceFile source, int start, int end) {
        String line = source.text().substring(start, end);
        if (line.isBlank() || line.strip().startsWith("#")) {
            return new Said("", "");
        }
        Matcher words = WORDS.matcher(line);
        if (words.matches()) {
            return told(words.group(1), Optional.ofNullable(words.group(2)));
        }
        Matcher given = GIVEN.matcher(line);
        if (!given.matches()) {
            return said(calculator.answer(source, start, end, unit), LAST);
        }
        String name = given.group(1);
        Optional<Fault> clash = Units.standard().clash(name);
        if (clash.isPresent()) {
            return refused(clash.get(), source.place(start + given.start(1), start + given.end(1)));
        }
        return said(calculator.answer(source, start + given.start(2), end, unit), name);
    }

    private Said refused(Fault fault, Place place) {
        Problems problems = new Problems();
        problems.error(fault.rule(), place, fault.what(), fault.why(), fault.mend());
        return new Said("", new Rendering(width, palette.ink()).of(problems.collected()));
    }

    private Said said(Answer answer, String name) {
        return switch (answer) {
            case Answer.Value value -> {
                calculator = calculator.with(name, value);
                yield new Said(new CalculationReport(width, palette).of(value), "");
            }
            case Answer.Refused(var findings) -> new Said("", new Rendering(width, palette.ink()).of(findings));
        };
    }

    private Said told(String word, Optional<String> about) {
        return new Said(
                switch (word) {
                    case "facts" -> facts(about.orElse(""));
                    case "names" -> String.join("\n", calculator.names()) + "\n";
                    default ->
                        about.map(name -> name.equals("formulas")
                                        ? FunctionText.every()
                                        : FunctionText.of(name).orElseGet(() -> none(name)))
                                .orElse(HELP);
                },
                "");
    }

    private static String none(String name) {
        String near = Formulas.every()
                .nearest(name)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("; \"help formulas\" lists them");
        return "there is no formula \"%s\"%s\n".formatted(name, near);
    }

    private String facts(String words) {
        var report = new FactsReport(width, palette);
        Facts facts = calculator.facts();
        return words.isEmpty() ? report.things(facts) : report.of(facts.search(words));
    }
}
