package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Status;
import dev.plumbline.diagnostic.Glyphs;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalReportTest {
    private static String report(int width) {
        return new TerminalReport(width, Palette.PLAIN, false).of(Samples.feedRanking());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 140})
    void noLineOfOursIsWiderThanTheTerminal(int width) {
        String report = new TerminalReport(width, Palette.PLAIN, true).of(Samples.feedRanking());
        // The underlined stretch of the file is as long as it is.
        assertThat(report.lines().filter(line -> !line.contains("^^^")))
                .allSatisfy(line -> assertThat(Glyphs.cells(line)).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 140})
    void noLineEndsInSpaces(int width) {
        assertThat(report(width).lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    @Test
    void aWideTerminalHasOneRowForWhatWasReadAndWhatIsDue() {
        assertThat(report(140))
                .contains("  ✗ instant      p99 latency of rank at peak    184 ms           (131 … 260)      "
                        + "must be ≤ 120 ms  chance 4 %\n")
                .contains("  ✓ affordable   cost                           21.4k USD/month  (18.0 … 25.9)    "
                        + "must be ≤ 30k     chance 99 %\n");
    }

    @Test
    void eightyColumnsPutWhatIsDueUnderWhatWasRead() {
        assertThat(report(80)).contains("""
                          ✗ instant      p99 latency of rank at peak    184 ms           (131 … 260)
                                         must be ≤ 120 ms  chance 4 %
                                         ranker is 91 % busy; 63 % of the slow requests' time is waiting
                                         for a batch                                      design.yaml:31
                        """);
    }

    @Test
    void aNarrowTerminalKeepsTargetAndChanceTogether() {
        assertThat(report(60)).contains("                 must be ≤ 120 ms  chance 4 %\n");
        assertThat(report(40)).contains("    184 ms  (131 … 260)\n    must be ≤ 120 ms  chance 4 %\n");
    }

    @Test
    void theHeaderSaysHowToGetTheSameResultAgain() {
        assertThat(report(100).lines().findFirst())
                .contains("feed-ranking                                            "
                        + "seed 42 · 64 worlds · 11.2M requests · 2.1 s");
    }

    @Test
    void aRequirementThatNothingReadsShowsWhy() {
        assertThat(report(100))
                .contains("  ? useful       nothing computed here can read \"auc of ranker\"; measure it"
                        + "           design.yaml:64\n");
    }

    @Test
    void theLastLineCountsByStatusAndExplainsTheSymbols() {
        assertThat(report(140).lines().toList().getLast())
                .isEqualTo("5 requirements: ✓ 1 met, ~ 1 at risk, ✗ 1 missed, ! 1 unmeasurable, "
                        + "? 1 without evidence; 1 warning");
    }

    @Test
    void aTerminalWithoutUnicodeGetsAsciiOnly() {
        String report = new TerminalReport(80, new Palette(false, false), true).of(Samples.feedRanking());
        assertThat(report).matches("\\A\\p{ASCII}*\\z");
        assertThat(report).contains("x instant").contains("must be <= 120 ms").contains("(131 .. 260)");
    }

    @Test
    void colourAddsNothingButColour() {
        String coloured = new TerminalReport(80, new Palette(true, true), true).of(Samples.feedRanking());
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(new TerminalReport(80, Palette.PLAIN, true).of(Samples.feedRanking()));
    }

    @Test
    void whatWasAssumedIsShortUnlessAllIsWanted() {
        assertThat(report(80)).contains("… 1 more with --verbose").doesNotContain("balance of gateway");
        assertThat(new TerminalReport(80, Palette.PLAIN, true).of(Samples.feedRanking()))
                .contains("balance of gateway: random, since none is given");
    }

    @Test
    void aFindingHasItsFourParts() {
        assertThat(report(80))
                .contains("warning[requirement.vague]")
                .contains("--> design.yaml:64:16")
                .contains("why: nobody")
                .contains("fix: write");
    }

    @Test
    void aNameThatWouldMoveTheCursorIsShownInstead() {
        var verdict = Samples.unjudged("evil\u001b[2J", Status.NO_EVIDENCE, Optional.empty(), "none");
        var assessment = new Assessment(
                "a\u001bb",
                "design.yaml",
                List.of(verdict),
                List.of(),
                new TreeMap<>(),
                List.of(),
                new Run(1, 1, 0, 0, 0));
        assertThat(new TerminalReport(80, Palette.PLAIN, true).of(assessment)).doesNotContain("\u001b");
    }

    @Test
    void aDesignWithoutRequirementsSaysSo() {
        var assessment = new Assessment(
                "empty", "design.yaml", List.of(), List.of(), new TreeMap<>(), List.of(), new Run(1, 1, 0, 0, 0));
        assertThat(new TerminalReport(80, Palette.PLAIN, false).of(assessment))
                .isEqualTo(
                        "empty                                seed 1 · 1 world · nothing simulated · 0 ms\n\nno requirements\n");
    }
}
