package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Edits change what they speak of and nothing else, whatever the layout.
final class EditProperty {
    static Stream<Layout> layouts() {
        return LongStream.range(0, 300).mapToObj(Layout::new);
    }

    /// A text that a seed writes.
    record Layout(long seed) {
        String text() {
            return new Writer(random(seed)).text();
        }

        RandomGenerator choice() {
            return random(seed + 1_000_000);
        }

        private static RandomGenerator random(long seed) {
            return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aReplacedValueIsTheOnlyOneThatChanges(Layout layout) {
        Node.Mapping root = Typed.read(layout.text());
        RandomGenerator choice = layout.choice();
        Node.Mapping in = anyOf(Typed.mappings(root), choice);
        List<Node.Entry> scalars = in.entries().stream()
                .filter(entry -> entry.value() instanceof Node.Scalar)
                .toList();
        if (scalars.isEmpty()) {
            return;
        }
        Node.Entry entry = anyOf(scalars, choice);
        Map<String, Object> expected = values(in);
        expected.put(entry.key().text(), "17 ms");
        held(root, in, new Edit.Replace(entry.value().span(), "17 ms"), expected);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void anInsertedKeyIsAllThatIsAdded(Layout layout) {
        Node.Mapping root = Typed.read(layout.text());
        Node.Mapping in = anyOf(Typed.mappings(root), layout.choice());
        Map<String, Object> expected = values(in);
        expected.put("hedge", Map.of("after", "p95"));
        Edit edit = new Edit.InsertKey(in, "hedge", "{after: p95}");
        held(root, in, edit, expected);
        Change change = edit.change().orElseThrow();
        assertThat(change.start()).as("nothing goes").isEqualTo(change.end());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aRemovedKeyIsAllThatGoes(Layout layout) {
        Node.Mapping root = Typed.read(layout.text());
        RandomGenerator choice = layout.choice();
        Node.Mapping in = anyOf(Typed.mappings(root), choice);
        String key = anyOf(in.keys(), choice);
        Map<String, Object> expected = values(in);
        expected.remove(key);
        Edit edit = new Edit.RemoveKey(in, key);
        if (edit.change().isPresent()) {
            held(root, in, edit, expected);
        } else {
            assertThat(in.flow() && in.keys().size() > 1)
                    .as("%s can be removed", key)
                    .isFalse();
        }
    }

    /// The edit makes `in` what is expected, leaves every other value, and leaves the text before and behind.
    private static void held(Node.Mapping root, Node.Mapping in, Edit edit, Map<String, Object> expected) {
        Change change = edit.change().orElseThrow();
        String before = root.span().file().text();
        String after = Patch.of(List.of(edit))
                .orElseThrow()
                .texts()
                .values()
                .iterator()
                .next();
        assertThat(after)
                .startsWith(before.substring(0, change.start()))
                .endsWith(before.substring(change.end()))
                .hasSize(before.length()
                        - (change.end() - change.start())
                        + change.text().length());
        Node.Mapping read = Typed.read(after);
        assertThat(Typed.plain(read)).as(after).isEqualTo(replaced(root, in, expected));
    }

    private static Object replaced(Node node, Node.Mapping in, Map<String, Object> with) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence sequence ->
                sequence.items().stream().map(item -> replaced(item, in, with)).toList();
            case Node.Mapping mapping -> {
                if (mapping.span().equals(in.span())) {
                    yield with;
                }
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> values.put(entry.key().text(), replaced(entry.value(), in, with)));
                yield values;
            }
        };
    }

    private static Map<String, Object> values(Node.Mapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> values.put(entry.key().text(), Typed.plain(entry.value())));
        return values;
    }

    private static <T> T anyOf(List<T> all, RandomGenerator choice) {
        return all.get(choice.nextInt(all.size()));
    }

    /// Writes nested mappings and lists, in blocks and in braces, with comments and blank lines between.
    private static final class Writer {
        private static final List<String> SCALARS =
                List.of("7", "3 ms", "\"a: b\"", "'it''s'", "2.2 ms + 0.18 ms * size", "p95", "\"tab\\t\"");
        private final RandomGenerator random;
        private final String line;

        Writer(RandomGenerator random) {
            this.random = random;
            this.line = random.nextInt(5) == 0 ? "\r\n" : "\n";
        }

        String text() {
            String text = comment(0) + block(0, 3);
            return random.nextInt(4) == 0 ? text.stripTrailing() : text;
        }

        private String block(int indent, int depth) {
            StringBuilder out = new StringBuilder();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                out.append(" ".repeat(indent)).append("key").append(i).append(':');
                out.append(value(indent, depth - 1)).append(comment(indent));
            }
            return out.toString();
        }

        private String value(int indent, int depth) {
            int kind = random.nextInt(depth > 0 ? 7 : 3);
            return switch (kind) {
                case 0, 1 -> " " + scalar() + rest();
                case 2 -> " " + flow(2) + rest();
                case 3, 4 -> line + block(indent + 2, depth);
                case 5 -> line + items(indent + 2, depth);
                default -> " |" + line + " ".repeat(indent + 2) + "a text" + line;
            };
        }

        private String items(int indent, int depth) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i <= random.nextInt(3); i++) {
                String item = random.nextBoolean()
                        ? scalar() + rest()
                        : block(indent + 2, depth - 1).stripLeading();
                out.append(" ".repeat(indent)).append("- ").append(item);
            }
            return out.toString();
        }

        private String flow(int depth) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                String value = depth > 0 && random.nextInt(3) == 0 ? flow(depth - 1) : scalar();
                parts.add("part%d: %s".formatted(i, value));
            }
            String gap = random.nextInt(4) == 0 ? ",  " : ", ";
            return "{" + String.join(gap, parts) + "}";
        }

        private String scalar() {
            return anyOf(SCALARS, random);
        }

        private String rest() {
            return Optional.of("  # why it is so")
                            .filter(_ -> random.nextInt(3) == 0)
                            .orElse("")
                    + line;
        }

        private String comment(int indent) {
            return switch (random.nextInt(6)) {
                case 0 -> " ".repeat(indent) + "# kept" + line;
                case 1 -> line;
                default -> "";
            };
        }
    }
}
