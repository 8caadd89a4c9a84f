package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {
    private static final String DESIGN = """
            design: two
            components:
              gateway: {kind: service, replicas: 2}  # in front
              ranker:
                kind: model
                replicas: 4
                batch: {max: 8, wait: 3 ms}
            paths:
              rank: [gateway, ranker]
            """;

    private static Node.Mapping component(String text, String name) {
        Node.Mapping components =
                (Node.Mapping) Typed.read(text).get("components").orElseThrow();
        return (Node.Mapping) components.get(name).orElseThrow();
    }

    private static Edit replace(Node.Mapping in, String key, String with) {
        return new Edit.Replace(in.get(key).orElseThrow().span(), with);
    }

    @Test
    void aChangedLineIsShownBetweenItsNeighbours() {
        Node.Mapping ranker = component(DESIGN, "ranker");
        Patch patch = Patch.of(List.of(replace(ranker, "replicas", "6"))).orElseThrow();
        assertThat(patch.unified()).isEqualTo("""
                --- a/design.yaml
                +++ b/design.yaml
                @@ -4,5 +4,5 @@
                   ranker:
                     kind: model
                -    replicas: 4
                +    replicas: 6
                     batch: {max: 8, wait: 3 ms}
                 paths:
                """);
    }

    @Test
    void anInsertedLineShiftsWhatFollows() {
        Node.Mapping ranker = component(DESIGN, "ranker");
        Node.Mapping gateway = component(DESIGN, "gateway");
        Patch patch = Patch.of(List.of(
                        new Edit.InsertKey(ranker, "balance", "least-loaded"), replace(gateway, "replicas", "3")))
                .orElseThrow();
        assertThat(patch.unified()).isEqualTo("""
                --- a/design.yaml
                +++ b/design.yaml
                @@ -1,9 +1,10 @@
                 design: two
                 components:
                -  gateway: {kind: service, replicas: 2}  # in front
                +  gateway: {kind: service, replicas: 3}  # in front
                   ranker:
                     kind: model
                     replicas: 4
                     batch: {max: 8, wait: 3 ms}
                +    balance: least-loaded
                 paths:
                   rank: [gateway, ranker]
                """);
    }

    @Test
    void aFileWithoutALastLineEndSaysSo() {
        String text = "design: two\ncomponents: {gateway: {replicas: 2}}";
        Patch patch = Patch.of(List.of(replace(component(text, "gateway"), "replicas", "3")))
                .orElseThrow();
        assertThat(patch.unified()).isEqualTo("""
                --- a/design.yaml
                +++ b/design.yaml
                @@ -1,2 +1,2 @@
                 design: two
                -components: {gateway: {replicas: 2}}
                \\ No newline at end of file
                +components: {gateway: {replicas: 3}}
                \\ No newline at end of file
                """);
    }

    @Test
    void editsOfTheSameTextAreNotMadeTogether() {
        Node.Mapping ranker = component(DESIGN, "ranker");
        assertThat(Patch.of(List.of(replace(ranker, "replicas", "6"), replace(ranker, "replicas", "8"))))
                .isEmpty();
    }
}
