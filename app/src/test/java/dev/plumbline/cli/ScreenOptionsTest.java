package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class ScreenOptionsTest {
    private static final Screen TERMINAL = new Screen(true, true, OptionalInt.of(72));

    @Command
    private static final class Host {
        @CommandLine.Mixin
        private final ScreenOptions screen = new ScreenOptions();
    }

    private static ScreenOptions parsed(String... arguments) {
        Host host = new Host();
        new CommandLine(host).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return host.screen;
    }

    private static Outside outside(Screen screen, Map<String, String> environment) {
        return new Outside(
                System.out, System.err, java.nio.file.Path.of(""), environment, screen, java.time.Instant::now);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, '', xterm, true",
        "auto, false, '', xterm, false",
        "auto, true, 1, xterm, false",
        "auto, true, '', dumb, false",
        "always, false, 1, dumb, true",
        "never, true, '', xterm, false"
    })
    void colourIsForTerminalsThatWantIt(String when, boolean terminal, String noColor, String term, boolean coloured) {
        Outside outside = outside(terminal ? TERMINAL : Screen.NONE, Map.of("NO_COLOR", noColor, "TERM", term));
        assertThat(parsed("--color", when).palette(outside, false).colour()).isEqualTo(coloured);
    }

    @Test
    void aFileGetsNoColourUnlessItIsAskedFor() {
        assertThat(parsed().palette(outside(TERMINAL, Map.of()), true).colour()).isFalse();
        assertThat(parsed("--color=always")
                        .palette(outside(TERMINAL, Map.of()), true)
                        .colour())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', en_GB.UTF-8, true",
        "'', C.utf8, true",
        "C, en_GB.UTF-8, false",
        "'', de_DE.ISO-8859-1, false"
    })
    void symbolsAreAsciiWhereTheLocaleSaysSo(String all, String lang, boolean unicode) {
        assertThat(ScreenOptions.unicode(Map.of("LC_ALL", all, "LANG", lang))).isEqualTo(unicode);
    }

    @Test
    void theWidthIsWhatIsAskedForElseTheTerminalsElseTheUsual() {
        assertThat(parsed("--width", "61").width(outside(TERMINAL, Map.of()))).isEqualTo(61);
        assertThat(parsed().width(outside(TERMINAL, Map.of()))).isEqualTo(72);
        assertThat(parsed().width(outside(Screen.NONE, Map.of("COLUMNS", "90"))))
                .isEqualTo(90);
        assertThat(parsed().width(outside(Screen.NONE, Map.of()))).isEqualTo(ScreenOptions.USUAL_WIDTH);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "0, false", "-3, false", "abc, false", "999999, false", "80, true"})
    void onlyAPositiveNumberIsAWidth(String text, boolean number) {
        assertThat(Screen.number(text).isPresent()).isEqualTo(number);
    }
}
