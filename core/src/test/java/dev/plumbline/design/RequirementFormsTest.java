package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Expression;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementText;
import dev.plumbline.requirement.RequirementText.Form;
import dev.plumbline.source.Node;
import dev.plumbline.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is printed of requirements, in either form, reads to the same requirements: all but where it stands.
final class RequirementFormsTest {
    private static final RecursiveComparisonConfiguration BUT_PLACES = RecursiveComparisonConfiguration.builder()
            .withIgnoredFieldsOfTypes(Place.class, Span.class, Node.Scalar.class, Expression.class)
            .withIgnoredFieldsMatchingRegexes(".*\\.start", ".*\\.within", ".*\\.typed", ".*\\.span", ".*\\.expression")
            .build();

    private static final String TRICKY = """
            design: tricky
            workload: {score: {rate: 10 req/s}}
            components: {box: {kind: model, time: 5 ms}}
            paths: {score: [box]}
            data: {rows: {key: user, rows: 3 user, size: 1 B/user}}
            units: [payment]
            requirements:
              asked: {ask: "Say \\"yes\\": always, # and {never} no\\n"}
              long:
                ask: 'true'
                from: {who: "Ann, of #4", date: 2026-03-02, because: "5: it's so"}
                kind: latency
                of: score
                target: {p99.9: "max(40 ms, 50 ms)", tolerable: "min(80 ms, 90 ms)", stretch: 30 ms}
                over: 4 week calendar
                while: {load: 20 req/s}
                for: [region/eu, new]
                measured: {at: box, by: "t:rate5m", where: 'job="pay", route="/x"', excluding: "24"}
                else: {within: 5 min, do: page, meanwhile: "rules: all"}
                status: proposed
              below: {must: mean latency of score < 60 ms at average}
              gap: {must: gap of recall of box across country <= 5 % over 28 day, target: {tolerable: 6 %}}
              each: {must: cost per 1000 payment <= 0.02 .. 0.03 USD}
              energy: {must: energy <= 4 kWh/month}
              success: {must: success of score >= 99 % at peak}
              erased: {must: privacy of rows <= 30 day}
            """;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Designs.root().resolve("examples"))) {
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
    void whatIsPrintedOfAnExampleReadsToTheSame(Path example) throws IOException {
        holds(Files.readString(example));
    }

    @Test
    void quotesRelationsExpressionsAndLevelsReadToTheSame() {
        holds(TRICKY);
    }

    @Test
    void eachFormSaysItInItsOwnWay() {
        List<Requirement> read = requirements(TRICKY);
        assertThat(RequirementText.of(read, Form.LONG)).contains("""
                  long:
                    ask: "true"
                    from: {who: "Ann, of #4", date: 2026-03-02, because: "5: it's so"}
                    kind: latency
                    of: score
                    target: {p99.9: "max(40 ms, 50 ms)", tolerable: "min(80 ms, 90 ms)", stretch: 30 ms}
                    over: 4 week calendar
                    while: {load: 20 req/s}
                    for: [region/eu, new]
                    measured: {at: box, by: "t:rate5m", where: "job=\\"pay\\", route=\\"/x\\"", excluding: "24"}
                    else: {within: 5 min, do: page, meanwhile: "rules: all"}
                    status: proposed
                """).contains("    target: {mean: \"< 60 ms\"}\n");
        assertThat(RequirementText.of(read, Form.LINE)).contains("""
                    must: "p99.9 latency of score <= max(40 ms, 50 ms) at 20 req/s over 4 week calendar for region/eu, new"
                    target: {tolerable: "min(80 ms, 90 ms)", stretch: 30 ms}
                """);
    }

    private static List<Requirement> requirements(String design) {
        DesignReader.Reading reading = Designs.read(design);
        assertThat(reading).as(design + reading.findings().all()).isInstanceOf(DesignReader.Reading.Read.class);
        return ((DesignReader.Reading.Read) reading).design().requirements();
    }

    private static void holds(String design) {
        List<Requirement> first = requirements(design);
        assertThat(first).isNotEmpty();
        for (Form form : Form.values()) {
            String printed = RequirementText.of(first, form);
            String again =
                    design.replaceFirst("(?ms)^requirements:\n.*?(?=^[a-z#]|\\z)", Matcher.quoteReplacement(printed));
            assertThat(again).contains(printed);
            List<Requirement> second = requirements(again);
            assertThat(second).as(printed).usingRecursiveComparison(BUT_PLACES).isEqualTo(first);
            for (Form other : Form.values()) {
                assertThat(RequirementText.of(second, other)).isEqualTo(RequirementText.of(first, other));
            }
        }
    }
}
