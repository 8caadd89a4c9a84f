package dev.plumbline.cli;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.report.CalculationJson;
import dev.plumbline.report.CalculationReport;
import dev.plumbline.report.Palette;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline calc`: a calculator that knows units, ranges, the field's formulas and facts.
@Command(
        name = "calc",
        header = "Compute an expression with units, ranges, the field's formulas and facts.",
        customSynopsis = {
            "plumbline calc [OPTIONS] EXPR   one expression, best in quotes",
            "plumbline calc [OPTIONS]        a prompt, or the lines that are piped in"
        })
final class CalcCommand implements Callable<Integer> {
    private final Outside outside;

    /// What an answer can be written as.
    enum Form {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "EXPR",
            description = "Such as '70bn param * 2 B/param / facts.h100.memory_bandwidth'.")
    private List<String> expression = List.of();

    @Option(names = "--in", paramLabel = "UNIT", description = "The unit to print the value in, such as ms.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Same expression, seed and version: same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    CalcCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws IOException {
        Calculator calculator = Calculator.of(Knowledge.facts(), new Worlds(Calculator.USUAL.count(), seed));
        if (!expression.isEmpty()) {
            return one(calculator, String.join(" ", expression));
        }
        if (outside.screen().in()) {
            return asked(calculator);
        }
        String piped = new String(outside.in().readAllBytes(), StandardCharsets.UTF_8);
        if (piped.isBlank()) {
            throw new Refused(
                    "there is nothing to compute",
                    "give an expression: \"plumbline calc '10M user * 20 req/user/day'\"",
                    "or start \"plumbline calc\" in a terminal for a prompt");
        }
        var source = new SourceFile("stdin", piped);
        return format == Form.JSON ? array(calculator, source) : lines(calculator, source);
    }

    private Palette palette() {
        return screen.palette(outside, false);
    }

    private int one(Calculator calculator, String text) {
        Answer answer = calculator.answer(new SourceFile("expression", text), unit);
        if (format == Form.JSON) {
            Delivery.toOut(outside, CalculationJson.written(text, answer));
        }
        return switch (answer) {
            case Answer.Value value -> {
                if (format == Form.TEXT) {
                    Delivery.toOut(outside, new CalculationReport(screen.width(outside), palette()).of(value));
                }
                yield Main.FINE;
            }
            case Answer.Refused(var findings) -> {
                if (format == Form.TEXT) {
                    outside.err()
                            .print(new Rendering(
                                            screen.width(outside), palette().ink())
                                    .of(findings));
                }
                yield Main.COULD_NOT_RUN;
            }
        };
    }

    /// Answers each line that is piped in; a line at fault stops none of the others.
    private int lines(Calculator calculator, SourceFile source) {
        var sitting = new CalcLines(calculator, screen.width(outside), palette(), unit);
        int code = Main.FINE;
        for (int line = 1; line <= source.lines().size(); line++) {
            int start = source.startOf(line);
            CalcLines.Said said = sitting.answer(
                    source, start, start + source.lines().get(line - 1).length());
            Delivery.toOut(outside, said.out());
            outside.err().print(said.err());
            code = said.err().isEmpty() ? code : Main.COULD_NOT_RUN;
        }
        return code;
    }

    private int array(Calculator calculator, SourceFile source) {
        List<String> texts = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int line = 1; line <= source.lines().size(); line++) {
            String text = source.lines().get(line - 1);
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                int start = source.startOf(line);
                texts.add(text.strip());
                answers.add(calculator.answer(source, start, start + text.length(), unit));
            }
        }
        Delivery.toOut(outside, CalculationJson.written(texts, answers));
        return answers.stream().allMatch(Answer.Value.class::isInstance) ? Main.FINE : Main.COULD_NOT_RUN;
    }

    private int asked(Calculator calculator) throws IOException {
        var sitting = new CalcLines(calculator, screen.width(outside), palette(), unit);
        try (CalcPrompt prompt = CalcPrompt.of(sitting, outside.environment())) {
            prompt.say("\"help\" says what can be asked; Ctrl-D leaves\n");
            for (Optional<String> line = prompt.line(); line.isPresent(); line = prompt.line()) {
                String text = line.get();
                CalcLines.Said said = sitting.answer(new SourceFile("line", text), 0, text.length());
                prompt.say(said.out() + said.err());
            }
        }
        return Main.FINE;
    }
}
