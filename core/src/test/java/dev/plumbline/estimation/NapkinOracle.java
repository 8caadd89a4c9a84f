package dev.plumbline.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Parsed;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Units;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A napkin is held against itself as a person would: what its numbers come to, worked out again from the printed
/// text.
final class NapkinOracle {
    private static final double ROUNDING = 0.03;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("plumbline.root", ".."), "examples"))) {
            return folders
                    .map(folder -> folder.resolve("design.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsPrintedComesToWhatIsPrinted(Path file) throws IOException {
        Design design = Designs.read(Files.readString(file));
        Napkin napkin = Napkin.of(design, new Worlds(4096, 42));
        Units units = design.sheet().units().withNouns(List.of("read", "write", "vcpu", "dim"));
        for (Napkin.Figure figure : napkin.figures()) {
            double worked = worked(figure.numbers(), units, design);
            double shown = figure.now().median();
            assertThat(worked)
                    .as("%s: %s = %s", file, figure.name(), figure.numbers())
                    .isBetween(shown * (1 - ROUNDING), shown * (1 + ROUNDING));
        }
    }

    private static double worked(String numbers, Units units, Design design) {
        Parsed parsed = Parser.parse(numbers, units);
        assertThat(parsed).as(numbers).isInstanceOf(Parsed.Good.class);
        Definition definition = Definition.derived("worked", ((Parsed.Good) parsed).expression());
        Sheet sheet = Sheet.of(units, design.sheet().functions(), List.of(definition));
        return Valuation.of(Checker.check(sheet), new Worlds(1, 1))
                .spread("worked")
                .median();
    }
}
