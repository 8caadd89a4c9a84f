package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FactsCli {
    private static Said said(String... arguments) {
        return Said.by(Path.of(""), arguments);
    }

    @Test
    void aThingIsPrintedWithPurposeAndSource() {
        assertThat(said("facts", "ssd_read", "--width", "80")).isEqualTo(new Said(0, """
                facts.ssd_read
                  p50  0.07 .. 0.15 ms  [1]  reading 8 KiB at random from a local SSD
                  [1] https://github.com/sirupsen/napkin-math README.md, commit aae5832f
                      (measured on c4-standard-48-lssd) (2026-03-01)

                """, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 140})
    void noLineIsWiderThanTheTerminalButForWordsThatAre(int width) {
        assertThat(said("facts", "h100", "--width", Integer.toString(width))
                        .out()
                        .lines())
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.length() <= width || line.strip().matches("\\S*\\s?https?://\\S*"));
    }

    @Test
    void aNameAsPeopleWriteItFindsTheThingAndAPathOneFact() {
        assertThat(said("facts", "c7g.xlarge").out())
                .startsWith("facts.c7g_xlarge\n")
                .contains("0.145 USD/h");
        assertThat(said("facts", "facts.h100.power").out()).contains("700 W").doesNotContain("memory");
    }

    @Test
    void wordsFindAllFactsThatMentionThem() {
        assertThat(said("facts", "carbon", "ireland").out()).contains("facts.ireland", "291 .. 316 g/kWh");
    }

    @Test
    void withoutAWordItSaysWhatThereAreFactsAbout() {
        assertThat(said("facts").out()).contains("h100_sxm", "llama_3_1_8b", "redis", "egress");
    }

    @Test
    void aProgramGetsThemAll() {
        assertThat(said("facts", "h100.power", "--format", "json")).isEqualTo(new Said(0, """
                [
                  {
                    "path": "facts.h100_sxm.power",
                    "value": "700 W",
                    "unit": "W",
                    "for": "the most the chip or card draws; energy and cooling",
                    "note": "",
                    "source": "https://ttsugriy.github.io/distributed-training-book/appendices/hardware-assumptions (A100 80 GB, H100, H200, MI300X; dense, links both ways)",
                    "date": "2026-02-12"
                  }
                ]
                """, ""));
        assertThat(said("facts", "--format", "json").out()).contains("\"path\": \"facts.egress.cost\"");
    }

    @Test
    void aWordThatNothingMentionsOffersTheNearest() {
        assertThat(said("facts", "lamma_3_1_8b"))
                .isEqualTo(new Said(
                        2, "", "error: no fact mentions \"lamma_3_1_8b\"\nhint: did you mean \"llama_3_1_8b\"?\n"));
    }
}
