package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Explanation;
import dev.plumbline.quantity.Explanation.Kind;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplanationTreeTest {
    private static Explanation node(
            String name, Kind kind, String formula, double value, String source, Explanation... parts) {
        return new Explanation(
                name,
                kind,
                formula,
                new Spread(value, value, value),
                Dimension.NONE,
                Scale.of(new Quantity(value, Dimension.NONE)),
                source,
                source.isEmpty() ? "" : "design.yaml:7",
                false,
                List.of(parts));
    }

    private static final Explanation TREE = node(
            "total",
            Kind.FORMULA,
            "a * b",
            12,
            "",
            node("a", Kind.FORMULA, "c + 1", 4, "", node("c", Kind.LITERAL, "3", 3, "a ledger")),
            node("b", Kind.DEFAULT, "3", 3, ""));

    @Test
    void everyNumberStandsUnderTheOneThatUsesIt() {
        assertThat(new ExplanationTree(80, Palette.PLAIN).of(TREE)).isEqualTo("""
                        total  12
                        │   = a * b
                        ├─ a  4
                        │  │   = c + 1
                        │  └─ c  3
                        │         a ledger, design.yaml:7
                        └─ b  3
                               assumed, since the design does not say
                        """);
    }

    @Test
    void withoutUnicodeItIsDrawnInAscii() {
        assertThat(new ExplanationTree(80, new Palette(false, false)).of(TREE))
                .matches("\\A\\p{ASCII}*\\z")
                .contains("|- a  4\n");
    }

    @Test
    void whatWasExplainedAboveIsNotExplainedAgain() {
        var again = new Explanation(
                "a",
                Kind.FORMULA,
                "c + 1",
                new Spread(4, 4, 4),
                Dimension.NONE,
                Scale.of(new Quantity(4, Dimension.NONE)),
                "",
                "",
                true,
                List.of());
        assertThat(new ExplanationTree(80, Palette.PLAIN).of(again)).isEqualTo("a  4  as above\n");
    }
}
