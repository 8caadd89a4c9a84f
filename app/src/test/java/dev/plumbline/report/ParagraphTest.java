package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ParagraphTest {
    @Test
    void linesBreakAtSpacesAndKeepUnitsWithTheirNumbers() {
        assertThat(Paragraph.wrapped("the ranker is 91 % busy", 16)).containsExactly("the ranker is", "91 % busy");
        assertThat(Paragraph.wrapped("it takes 184 ms or so", 12)).containsExactly("it takes", "184 ms or so");
        assertThat(Paragraph.wrapped("at most 21.4k USD/month", 13)).containsExactly("at most", "21.4k USD/month");
    }

    @Test
    void aWordThatIsTooWideStandsAlone() {
        assertThat(Paragraph.wrapped("a incomprehensibilities b", 8))
                .containsExactly("a", "incomprehensibilities", "b");
    }

    @Test
    void wideCharactersTakeTwoCells() {
        assertThat(Paragraph.wrapped("漢字 漢字", 8)).containsExactly("漢字", "漢字");
        assertThat(Paragraph.padded("漢字", 6)).isEqualTo("漢字  ");
    }
}
