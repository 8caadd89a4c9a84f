package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {
    @Test
    void theCommentStartsWithTheCountAndHasATable() {
        assertThat(MarkdownReport.of(Samples.feedRanking()))
                .startsWith("### feed-ranking: 5 requirements: 1 met, 1 at risk, 1 missed, 1 unmeasurable, "
                        + "1 without evidence; 1 warning\n\n| | requirement |")
                .contains(
                        "| ✗ missed | **instant** | p99 latency of rank at peak | 184 ms | 131 … 260 | ≤ 120 ms | 4 % |\n")
                .contains("- **instant**: ranker is 91 % busy")
                .contains("**warning** `requirement.vague`");
    }

    @Test
    void everyRowHasTheSameNumberOfCells() {
        List<String> rows = MarkdownReport.of(Samples.feedRanking())
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .hasSize(7)
                .allSatisfy(row ->
                        assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(8));
    }

    @Test
    void nothingInADesignBecomesMarkup() {
        assertThat(MarkdownReport.escaped("a|b <img src=x> @team *x* `y` [z](w) ~q~"))
                .isEqualTo("a\\|b &lt;img src=x&gt; &#64;team \\*x\\* \\`y\\` \\[z\\](w) \\~q\\~");
    }

    @Test
    void wallTimeIsLeftOutSoThatTheSameDesignGivesTheSameComment() {
        assertThat(MarkdownReport.of(Samples.feedRanking()))
                .contains("seed 42 · 64 worlds · 11.2M requests")
                .doesNotContain("2.1 s");
    }

    @Test
    void aDesignThatDoesNotReadListsItsFaults() {
        assertThat(MarkdownReport.of(new Refusal("design.yaml", List.of(Samples.finding()))))
                .startsWith("### design.yaml does not read\n")
                .contains("- fix: write what is measured");
    }

    @Test
    void aVerdictWithoutAReasonIsNotListedTwice() {
        var verdict = Samples.unjudged("quiet", Status.NO_EVIDENCE, Optional.empty(), "");
        assertThat(verdict.reason()).isEmpty();
        assertThat(MarkdownReport.of(Samples.of(verdict))).doesNotContain("- **quiet**");
    }
}
