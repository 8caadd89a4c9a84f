package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JournalTest {
    @Test
    void aLineIsAQuestionAndItsAnswerOrAnAnswerAlone() {
        assertThat(Journal.read("# a comment\n\nlatency: p99 latency of a <= 5 ms\n4 .. 8 ms\nowner:\n"))
                .containsExactly(
                        Journal.entry("latency", "p99 latency of a <= 5 ms"),
                        new Journal.Entry(Optional.empty(), "4 .. 8 ms"),
                        Journal.entry("owner", ""));
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsLeftOut() {
        assertThat(Journal.kept("owner: Ann\ntoday: ru")).containsExactly(Journal.entry("owner", "Ann"));
        assertThat(Journal.kept("own")).isEmpty();
    }

    @Test
    void entriesReadBackWhatTheyWrite() {
        Journal.Entry entry = Journal.entry("today", "rules: 14 of them");
        assertThat(Journal.read(entry.line())).containsExactly(entry);
    }
}
