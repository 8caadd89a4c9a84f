package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.diagnostic.Rendering;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class YamlReaderProperty {
    private static final String DESIGN = """
            design: feed-ranking
            about: "Ranks the home feed, so that it's \\"useful\\"."
            assume:
              daily_users: {value: 1M .. 3M user, source: 'growth plan', grows: 6 %/month}
              fallback: &f {p50: 1 ms, p99: 9 ms}
            components:
              gateway: {kind: service, replicas: 6, time: *f}
              ranker:
                kind: model   # the big one
                batch: {max: 32, time: 2.2 ms + 0.18 ms * size}
                notes: |
                  first
                  second
            paths:
              rank:
                - gateway
                - all: [a, b]
                - {when: 2 %, do: [explainer]}
            requirements:
              instant: {ask: "fast", must: p99 latency of rank <= 120 ms at peak over 28 day}
            """;
    private static final String SPITE = "\t\"'{}[]:,-#&*!|>%@`\n\r \\\u0000\u0085\u2028\uD83D\u00e9(<?~";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String spoil(String text, SplittableRandom random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(spoilt.length());
            char c = SPITE.charAt(random.nextInt(SPITE.length()));
            switch (random.nextInt(4)) {
                case 0 -> spoilt.deleteCharAt(at);
                case 1 -> spoilt.insert(at, c);
                case 2 -> spoilt.setCharAt(at, c);
                default -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(30)));
            }
        }
        return spoilt.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_spoilt_file_gives_findings_and_never_throws(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            String text = spoil(DESIGN, random);
            assertThatCode(() -> {
                        Document document = YamlReader.read("d.yaml", text);
                        assertThat(Rendering.plain(80).of(document.findings())).doesNotContain("org.snakeyaml");
                        assertThat(document.root().isPresent()
                                        || document.findings().hasErrors())
                                .isTrue();
                        document.root().ifPresent(YamlReaderProperty::checkSpans);
                    })
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    /// Every plain scalar of one line is what stands at its span, and each of its characters knows its place.
    private static void checkSpans(Node node) {
        switch (node) {
            case Node.Mapping mapping ->
                mapping.entries().forEach(entry -> {
                    checkSpans(entry.key());
                    checkSpans(entry.value());
                });
            case Node.Sequence sequence -> sequence.items().forEach(YamlReaderProperty::checkSpans);
            case Node.Scalar scalar -> {
                String raw = scalar.span().raw();
                boolean whole = scalar.style() == Node.Style.PLAIN && raw.equals(scalar.text());
                if (whole) {
                    for (int i = 0; i < raw.length(); i++) {
                        assertThat(scalar.part(i, i + 1).start())
                                .isEqualTo(scalar.span().start() + i);
                    }
                }
                scalar.place(0, scalar.text().length());
            }
        }
    }
}
