package dev.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Situation;
import dev.plumbline.claim.ClaimCheck;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.Designs;
import dev.plumbline.diagnosis.Diagnosis;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.policy.PolicyCheck;
import dev.plumbline.smell.Smells;
import dev.plumbline.source.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page calls wrong is found by its rule, and what it calls right is not.
class RulePagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^(Wrong|Right):\\n\\n```yaml\\n(.*?)^```$");

    /// Rules that speak of verdicts, for which a design has to be judged and not only read.
    private static final List<String> OF_VERDICTS =
            List.of("requirement.unmeasurable", "requirement.at-risk", "requirement.missed");

    /// Rules that speak of simulated requests.
    private static final List<String> OF_SIMULATIONS = List.of("latency.");

    /// Rules about requirements, held beside the design.
    private static final List<String> OF_REQUIREMENTS =
            List.of("ask.", "missing.", "statistics.", "conflict.", "feasible.", "model.", "trace.");

    /// What a page may leave out, since it does not matter to its rule.
    private static final String SYSTEM = """
        components: {ranker: {kind: model, time: 5 ms}}
        paths: {rank: [ranker]}
        workload: {rank: {rate: 40 req/s}}
        """;

    /// The files that pages name.
    private static final Map<String, String> FILES = Map.of(
            "shared.yaml",
            "include: design.yaml\n",
            "shared/network.yaml",
            "assume: {hop: 0.2 ms}\n",
            "platform.yaml",
            "components: {gateway: {kind: service, time: 1 ms}}\n",
            "times.csv",
            "ms,took,route\n3.1,3.1,read\n4.7,4.7,read\n22.5,22.5,write\n",
            "empty.hlog",
            "#[Histogram log format version 1.3]\n",
            "requests.csv",
            "timestamp,tokens\n0.0,12\n0.4,80\n0.7,33\n",
            "words.csv",
            "timestamp\nnoon\nevening\n");

    record Page(String rule, String text) {
        Optional<String> example(String kind) {
            Matcher example = EXAMPLE.matcher(text);
            return example.results()
                    .filter(found -> found.group(1).equals(kind))
                    .map(found -> found.group(2))
                    .findFirst();
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Page> pages() {
        Tree tree = Tree.below(Path.of("..").toAbsolutePath().normalize());
        return tree.only(path -> path.matches("docs/rules/.*\\.md")).texts().entrySet().stream()
                .map(page -> new Page(
                        page.getKey()
                                .substring("docs/rules/".length(), page.getKey().length() - ".md".length()),
                        page.getValue()))
                .filter(page -> !OF_VERDICTS.contains(page.rule()))
                .filter(page -> !page.rule().startsWith("knowledge."));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theWrongExampleMakesTheRuleSpeakAndTheRightOneDoesNot(Page page) {
        page.example("Wrong")
                .ifPresent(wrong -> assertThat(said(page, wrong))
                        .extracting(Diagnostic::rule)
                        .contains(page.rule()));
        page.example("Right")
                .ifPresent(right -> assertThat(said(page, right))
                        .noneMatch(finding -> finding.rule().equals(page.rule()))
                        .noneMatch(finding -> finding.severity() == Severity.ERROR));
    }

    private static List<Diagnostic> said(Page page, String yaml) {
        if (page.rule().startsWith("yaml.")) {
            return YamlReader.read("design.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                    .findings()
                    .all();
        }
        boolean ofRequirements = OF_REQUIREMENTS.stream().anyMatch(page.rule()::startsWith);
        String main = yaml.startsWith("# shared.yaml")
                ? "design: example\ninclude: shared.yaml\n"
                : ofRequirements ? completed(yaml) : whole(yaml);
        DesignReader.Reading reading = Designs.read(path -> open(path, main, yaml));
        if (ofRequirements) {
            return smells(reading);
        }
        if (page.rule().startsWith("policy.")) {
            return policed(reading);
        }
        if (page.rule().startsWith("claim.")) {
            return claimed(reading);
        }
        return OF_SIMULATIONS.stream().anyMatch(page.rule()::startsWith)
                ? simulated(reading)
                : reading.findings().all();
    }

    private static List<Diagnostic> policed(DesignReader.Reading reading) {
        return reading instanceof DesignReader.Reading.Read(var design, var findings)
                ? findings.and(PolicyCheck.of(design)).all()
                : reading.findings().all();
    }

    private static List<Diagnostic> claimed(DesignReader.Reading reading) {
        return reading instanceof DesignReader.Reading.Read(var design, var findings)
                ? findings.and(ClaimCheck.of(design)).all()
                : reading.findings().all();
    }

    private static List<Diagnostic> smells(DesignReader.Reading reading) {
        return reading instanceof DesignReader.Reading.Read(var design, var _)
                ? Smells.of(design)
                : reading.findings().all();
    }

    /// What is found about all paths in the scenario of the page, and at peak where it has none.
    private static List<Diagnostic> simulated(DesignReader.Reading reading) {
        if (!(reading instanceof DesignReader.Reading.Read(var design, var findings))) {
            return reading.findings().all();
        }
        Situation situation = design.scenarios().values().stream()
                .findFirst()
                .<Situation>map(Situation.During::new)
                .orElse(new Situation.Peak());
        Assessment assessment = new Assessor(new Settings(7, 2, 40_000, 2), Progress.SILENT, () -> Duration.ZERO)
                .simulate(design, situation);
        List<Diagnostic> found = new ArrayList<>(findings.all());
        found.addAll(new Diagnosis(design).of(assessment));
        return found;
    }

    /// The same, where a page may show a part of the system.
    private static String completed(String yaml) {
        StringBuilder text = new StringBuilder("design: example\n").append(yaml);
        SYSTEM.lines().map(String::strip).forEach(line -> {
            String key = line.substring(0, line.indexOf(':') + 1);
            if (!Pattern.compile("(?m)^" + key).matcher(yaml).find()) {
                text.append(line).append('\n');
            }
        });
        boolean models = Pattern.compile("(?m)^models:").matcher(yaml).find();
        return text + (models ? "" : "models: {ranker: {takes: 3 h}}\n");
    }

    /// A page shows the lines that matter; these are the others.
    private static String whole(String yaml) {
        boolean system = Pattern.compile("(?m)^(components|paths|workload):")
                .matcher(yaml)
                .find();
        boolean models = Pattern.compile("(?m)^models:").matcher(yaml).find();
        return "design: example\n" + yaml + (system ? "" : SYSTEM) + (models ? "" : "models: {ranker: {takes: 3 h}}\n");
    }

    private static InputStream open(String path, String main, String yaml) throws IOException {
        if (path.equals("huge.csv")) {
            return new Endless();
        }
        if (path.equals("locked.csv")) {
            throw new IOException("permission denied");
        }
        String text = path.equals("design.yaml")
                ? main
                : path.equals("shared.yaml") && yaml.startsWith("# shared.yaml") ? yaml : FILES.get(path);
        if (text == null) {
            throw new NoSuchFileException(path);
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file that never comes to its end.
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return '1';
        }
    }
}
