package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class RequirementsCli {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void asksOfAFileAreReadOneALine() throws IOException {
        Files.writeString(
                folder.resolve("asks.txt"),
                "It should be fast\n\n99.9 % of requests succeed over 30 days, p99 < TBD\n");
        Said said = Said.by(folder, "requirements", "--asks", "asks.txt", "--format", "json");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        JsonNode list = new ObjectMapper().readTree(said.out());
        assertThat(list.size()).isEqualTo(2);
        JsonNode vague = list.get(0);
        assertThat(vague.get("sentence").asString()).isEqualTo("It should be fast");
        assertThat(vague.get("kind").asString()).isEqualTo("latency");
        assertThat(vague.get("measurable").asBoolean()).isFalse();
        assertThat(vague.get("missing").toString())
                .isEqualTo("[\"scale\",\"target\",\"statistic\",\"window\",\"condition\"]");
        assertThat(vague.get("smells").toString()).isEqualTo("[\"vague-quality\"]");
        assertThat(list.get(1).get("smells").toString()).contains("placeholder");
    }

    @Test
    void anAskIsReadOnATerminal() {
        Said said = Said.by(folder, "requirements", "--ask", "The feed has to feel instant", "--width", "60");
        assertThat(said.code()).isZero();
        assertThat(said.out()).isEqualTo("""
                "The feed has to feel instant"
                  latency, not measurable, lacks scale, target, statistic,
                  window, condition
                  vague-quality: "instant": everybody agrees with it, and
                  each means another number
                1 ask: 0 measurable, 0 of them with all that their kind
                needs
                """.replace("kind\nneeds", "kind needs"));
    }

    @Test
    void aMissingFileIsSaid() {
        Said said = Said.by(folder, "requirements", "--asks", "gone.txt");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("error: \"gone.txt\" cannot be read\nhint: there is no such file\n");
    }

    @Test
    void nothingToReadIsSaid() {
        assertThat(Said.by(folder, "requirements").err()).startsWith("error: there is no ask to read\n");
    }
}
