package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide to serving a language model shows what its own design gives.
final class LlmServingCli {
    private static final Pattern DESIGN = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    /// A line of the design, and what stands in its place.
    private static final String[][] KNOBS = {
        {"on: 1 x L4", "on: 1 x L40S"},
        {"concurrency: 64", "concurrency: 4"},
        {"{precision: fp8}", "{precision: fp8, prefix: 1000 token}"},
        {"{precision: fp8}", "{precision: fp8, prefill: first}"},
        {"{precision: fp8}", "{precision: fp8, chunk: 256 token}"},
        {"on: 1 x L4", "on: 2 x L4"},
    };

    @TempDir
    private Path folder = Path.of("");

    private static String design() throws IOException {
        Matcher block = DESIGN.matcher(Files.readString(Repository.root().resolve("docs/guides/llm-serving.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String checked(String design) throws IOException {
        Files.writeString(folder.resolve("design.yaml"), design);
        return Said.by(folder, "check", "--worlds", "16", "--requests", "4000", "--width", "100")
                .out();
    }

    @Test
    void theGuideShowsWhatItsDesignGives() throws IOException {
        Golden.hold("app/src/test/resources/llm-serving.txt", checked(design()));
    }

    @Test
    @Tag("slow")
    void theGuideShowsWhatEachKnobDoes() throws IOException {
        StringBuilder shown = new StringBuilder("as it is\n").append(verdicts(checked(design())));
        for (String[] knob : KNOBS) {
            String design = design();
            assertThat(design).contains(knob[0]);
            shown.append('\n').append(knob[1]).append('\n').append(verdicts(checked(design.replace(knob[0], knob[1]))));
        }
        Golden.hold("app/src/test/resources/llm-serving-knobs.txt", shown.toString());
    }

    /// The lines with the three figures, without their reasons.
    private static String verdicts(String checked) {
        StringBuilder lines = new StringBuilder();
        checked.lines()
                .filter(line -> line.matches("  \\S (soon|readable|whole) .*"))
                .forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString();
    }
}
