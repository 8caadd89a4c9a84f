package dev.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every entry of every lexicon can speak. Lists are known in which phrases of several words were compared with single
/// words, and so never fired.
class LexiconTest {
    static Stream<Phrase> entries() {
        return Stream.of(
                        KindCues.lexicon(),
                        Comparison.lexicon(),
                        Scales.lexicon(),
                        WordRules.lexicon(),
                        ElementPhrases.CONDITIONS.all(),
                        ElementPhrases.FAULTS.all(),
                        ElementPhrases.DOUBTS.all(),
                        ElementPhrases.TRAITS.all(),
                        ElementPhrases.STARTS.all(),
                        ElementPhrases.STEPS.all(),
                        ElementPhrases.GROWTH.all(),
                        ElementPhrases.INCLUSIVE.all(),
                        ElementPhrases.STATISTICS.all(),
                        ElementPhrases.WINDOWS.all(),
                        ElementPhrases.SAMPLES.all(),
                        ElementPhrases.GROUPS.all(),
                        ElementPhrases.METERS.all())
                .flatMap(List::stream);
    }

    @Test
    void everyEntrySpeaksOnWhatItIsMeantFor() {
        List<String> silent = entries()
                .flatMap(phrase -> phrase.examples().stream()
                        .filter(example -> phrase.find(Words.of("The system " + example + " of it"))
                                .isEmpty())
                        .map(example -> "\"%s\" in \"%s\"".formatted(phrase, example)))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void wordsAreMatchedWhole() {
        assertThat(Phrase.of("fast").find(Words.of("breakfast"))).isEmpty();
        assertThat(Phrase.of("respon*").find(Words.of("It RESPONDS."))).isPresent();
        assertThat(Phrase.of("real time").find(Words.of("in real-time"))).isPresent();
        assertThat(Phrase.of("(a|the)? crash").find(Words.of("crash"))).isPresent();
        assertThat(Phrase.of("# users").find(Words.of("1,000 users"))).isPresent();
    }
}
