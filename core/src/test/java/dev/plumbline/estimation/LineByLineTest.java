package dev.plumbline.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.knowledge.Known;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of the guide that says how to ask for each line of the arithmetic: what it names is there, and what it
/// prints is what comes out.
final class LineByLineTest {
    private static final Path GUIDE =
            Path.of(System.getProperty("plumbline.root", ".."), "docs", "guides", "estimate.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Calculator CALCULATOR = Calculator.of(Known.facts(), Calculator.USUAL);

    /// @param figures names of figures of the examples
    record Line(String what, List<String> figures, String expression, String value) {
        @Override
        public String toString() {
            return what;
        }

        static Line of(String row) {
            String[] cells = row.split(" \\| ");
            return new Line(
                    cells[0].substring(2),
                    codes(cells[1]).stream()
                            .filter(each -> !each.startsWith("plumbline") && !each.equals("size"))
                            .toList(),
                    codes(cells[2]).getFirst(),
                    cells[3].replace(" |", ""));
        }

        private static List<String> codes(String cell) {
            return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
        }
    }

    static Stream<Line> lines() throws IOException {
        String text = Files.readString(GUIDE);
        return text.substring(text.indexOf("## Line by line"))
                .lines()
                .dropWhile(line -> !line.startsWith("| ---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("| "))
                .map(Line::of);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineComesToWhatTheGuideSays(Line line) {
        Answer answer = CALCULATOR.answer(line.expression());
        assertThat(answer).as(line.expression()).isInstanceOf(Answer.Value.class);
        assertThat(((Answer.Value) answer).explanation().value()).isEqualTo(line.value());
    }

    @Test
    void eachFigureIsOneOfTheExamples() throws IOException {
        Set<String> figures = NapkinOracle.examples()
                .flatMap(file -> Estimates.of(Designs.read(read(file))).figures().stream())
                .map(Estimated.Figure::name)
                .collect(Collectors.toSet());
        assertThat(lines())
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(figures).as(line.what()).containsAll(line.figures()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
