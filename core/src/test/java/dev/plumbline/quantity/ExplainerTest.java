package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.quantity.Explanation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static Expression e(String text) {
        return SheetReader.expression(text);
    }

    private static Sheet sheet() {
        return SheetReader.sheet("""
                daily_users: 1M .. 3M user
                loads: 6 load/user/day
                rate: daily_users * loads
                peak: rate * (2.5 .. 3.5)
                """)
                .and(List.of(
                        Definition.of("facts.l4.price", e("0.7 USD/h"))
                                .from(Definition.Origin.FACT)
                                .sourced("https://example.org/prices, 2026-09-01")
                                .placed("knowledge/prices.yaml:12"),
                        Definition.of("replicas", e("10")).from(Definition.Origin.DEFAULT),
                        Definition.of("time", new Varying.Exponentially(e("80 ms/load"))),
                        Definition.derived("busy", e("rate * mean(time) / replicas")),
                        Definition.derived("cost", e("facts.l4.price * replicas"))
                                .shownIn(e("1 USD/month").writtenUnit().orElseThrow()),
                        Definition.derived(
                                "odd", Expressions.plus(Expressions.name("rate"), Expressions.name("peak")))));
    }

    private static Explanation explain(String name) {
        return Explainer.explain(Valuation.of(SheetReader.sound(sheet()), new Worlds(1000, 42)), name);
    }

    private static List<String> lines(Explanation explanation, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + explanation.name() + " = " + explanation.value() + " " + explanation.kind()
                + (explanation.repeated() ? " (above)" : ""));
        explanation.parts().forEach(part -> lines.addAll(lines(part, indent + "  ")));
        return lines;
    }

    @Test
    void a_derived_number_is_expanded_to_its_leaves() {
        assertThat(lines(explain("busy"), ""))
                .containsExactly(
                        "busy = 0.962 (0.556 … 1.67) FORMULA",
                        "  rate = 120 load/s (69.4 … 208) FORMULA",
                        "    daily_users = 1.73M user (1 … 3) UNKNOWN",
                        "    loads = 6 load/user/day LITERAL",
                        "  time = 80 ms/load VARYING",
                        "  replicas = 10 DEFAULT");
    }

    @Test
    void an_unknown_within_a_formula_is_a_part_of_its_own() {
        Explanation peak = explain("peak");
        assertThat(peak.parts()).extracting(Explanation::name).containsExactly("rate", "2.5 .. 3.5");
        assertThat(peak.parts().get(1).value()).isEqualTo("2.96 (2.5 … 3.5)");
        assertThat(peak.formula()).isEqualTo("rate * (2.5 .. 3.5)");
        assertThat(peak.place()).isEqualTo("line 4");
    }

    @Test
    void a_fact_carries_its_source() {
        Explanation cost = explain("cost");
        assertThat(cost.value()).isEqualTo("5.11k USD/month");
        assertThat(cost.parts().getFirst().kind()).isEqualTo(Kind.FACT);
        assertThat(cost.parts().getFirst().source()).isEqualTo("https://example.org/prices, 2026-09-01");
        assertThat(cost.parts().getFirst().value()).isEqualTo("0.7 USD/h");
    }

    @Test
    void what_was_explained_before_is_not_expanded_again() {
        assertThat(lines(explain("odd"), "").stream().filter(line -> line.contains("(above)")))
                .hasSize(1);
    }

    @Test
    void a_batch_time_has_no_value_without_a_size() {
        Sheet sheet = sheet().and(List.of(
                Definition.of("batch", new Varying.Constant(e("2 ms + (0.1 .. 0.3 ms) * size"))),
                Definition.derived("full", e("mean_at(batch, 10)"))));
        Explanation full = Explainer.explain(Valuation.of(SheetReader.sound(sheet), new Worlds(1000, 42)), "full");
        assertThat(full.value()).isEqualTo("3.73 ms (3 … 5)");
        assertThat(full.parts().getFirst().value()).isEqualTo("undefined s");
        assertThat(full.parts().getFirst().parts())
                .extracting(Explanation::name)
                .containsExactly("0.1 .. 0.3 ms");
    }
}
