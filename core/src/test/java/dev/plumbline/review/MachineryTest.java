package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Status;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.knowledge.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Machines and sizes from the knowledge base, as a design would get them.
final class MachineryTest {
    private static final DesignReader READER = new DesignReader(Facts.load(MachineryTest::fact));

    /// Two machines, each with what stands behind it.
    private static final String TIMED = """
        design: d
        workload: {ask: {rate: 20 req/s}}
        components:
          gateway: {kind: service, replicas: 2, concurrency: 8, time: {p50: 1 ms, p99: 3 ms}, on: c7g.xlarge}
          ranker:
            kind: model
            replicas: 3
            on: L4          # what was free
            batch: {max: 4, wait: 0 ms, time: 30 ms + 1 ms * size}
          near: {kind: cache, keys: 100M, skew: 0.9, size: 12 GB, entry: 1 KiB, time: 0.2 ms, behind: store, on: r7g.large}
          store: {kind: store, replicas: 2, concurrency: 8, time: {p50: 4 ms, p99: 9 .. 12 ms}, price: 90 USD/month, on: L4}
        paths: {ask: [gateway, near, ranker]}
        requirements: {quick: {must: p95 latency of ask <= 25 ms}}
        """;

    private static String fact(String name) {
        try {
            return Files.readString(Path.of("../knowledge", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Move> moves(String text, String requirement) {
        Design design = ((DesignReader.Reading.Read) READER.read(Clinic.bundle(text), Clinic.folder(text))).design();
        return Neighbours.of(design, new Sites(Clinic.bundle(text)), requirement);
    }

    private static Move move(List<Move> moves, String words) {
        return moves.stream()
                .filter(each -> each.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not among "
                        + moves.stream().map(Move::words).toList()));
    }

    private static String applied(Move move) {
        return Patch.of(move.edits()).orElseThrow().texts().values().iterator().next();
    }

    /// 864 GB/s over 300 GB/s are 2.88, and 362 TFLOP/s over 121 are a little more.
    @Test
    void aMeasuredTimeShrinksWithTheLesserGainOfTheOtherAccelerator() {
        Move faster = move(moves(TIMED, "quick"), "machine of ranker: L4 → L40S");
        assertThat(applied(faster))
                .contains("on: L40S          # what was free")
                .contains("time: (30 ms + 1 ms * size) * 0.347}");
        assertThat(faster.assumes().orElseThrow())
                .isEqualTo("the software of ranker runs on other machines, "
                        + "quicker by their lesser gain in arithmetic and memory bandwidth");
    }

    @Test
    void theNextSizeOfARentedMachineServesTwiceAsManyAtOnce() {
        List<Move> moves = moves(TIMED, "quick");
        assertThat(applied(move(moves, "machine of gateway: c7g.xlarge → c7g.2xlarge")))
                .contains("concurrency: 16, time: {p50: 1 ms, p99: 3 ms}, on: c7g.2xlarge}");
        assertThat(applied(move(moves, "machine of gateway: c7g.xlarge → c7g.large")))
                .contains("concurrency: 4, time");
    }

    @Test
    void whatHasAPriceByHandKeepsItsMachine() {
        assertThat(moves(TIMED, "quick")).extracting(Move::what).doesNotContain("machine of store");
    }

    /// One has 16 GiB, and two have what 24 GB need.
    @Test
    void aCacheGetsTheReplicasThatItsSizeNeeds() {
        List<Move> moves = moves(TIMED, "quick");
        assertThat(applied(move(moves, "size of near: 12 GB → 24 GB on 2 replicas")))
                .contains("size: 24 GB,")
                .contains("on: r7g.large, replicas: 2}");
        assertThat(applied(move(moves, "size of near: 12 GB → 6 GB"))).contains("size: 6 GB,");
    }

    @Test
    void aLanguageModelIsOfferedWhatNothingBeatsForItsPrice() {
        String served = """
            design: d
            workload: {ask: {rate: 2 req/s}}
            components:
              writer: {kind: llm, model: llama-3.1-8b, on: 1 x L40S, prompt: 700 token, output: 100 token}
            paths: {ask: [writer]}
            requirements: {quick: {must: p95 ttft of writer <= 1 s}}
            """;
        List<Move> moves = moves(served, "quick").stream()
                .filter(each -> each.what().equals("machine of writer"))
                .toList();
        assertThat(moves).hasSizeBetween(3, 6);
        assertThat(moves).extracting(Move::growth).isSorted();
        assertThat(moves).allSatisfy(move -> assertThat(applied(move)).contains("on: " + move.to() + ", prompt"));
    }

    /// A request takes 31 ms whatever waits, so that no replica makes it quicker.
    @Test
    @Tag("slow")
    void whereTheWorkIsTooLongAnotherMachineIsTheMend() {
        String slow = """
            design: d
            workload: {ask: {rate: 20 req/s}}
            components: {ranker: {kind: model, replicas: 2, balance: least-loaded, on: L4, time: 31 ms}}
            paths: {ask: [ranker]}
            requirements: {quick: {must: p95 latency of ask <= 25 ms}}
            """;
        Mends mends = new Mender(
                        READER,
                        Clinic.QUICK,
                        new Effort(Duration.ofHours(1), 1_000_000_000),
                        Progress.SILENT,
                        () -> Duration.ZERO)
                .mend(Clinic.bundle(slow), Clinic.folder(slow), Optional.empty());
        assertThat(mends.mends())
                .filteredOn(mend -> mend.after().status() == Status.MET)
                .isNotEmpty()
                .allSatisfy(
                        mend -> assertThat(mend.moves()).extracting(Move::what).contains("machine of ranker"));
        assertThat(mends.mends()).allSatisfy(mend -> assertThat(mend.cost()).isPresent());
    }

    @Test
    @Tag("slow")
    void whereTooManyMissALargerCacheIsAMend() {
        String missing = """
            design: d
            workload: {ask: {rate: 20 req/s}}
            components:
              near: {kind: cache, concurrency: 64, keys: 1M, skew: 1, size: 300k, time: 0.2 ms, behind: store}
              store: {kind: store, replicas: 2, concurrency: 8, time: 30 ms}
            paths: {ask: [near]}
            requirements: {quick: {must: p95 latency of ask <= 25 ms}}
            """;
        assertThat(Clinic.mend(missing).mends())
                .filteredOn(mend -> mend.after().status() == Status.MET)
                .flatExtracting(Mend::moves)
                .extracting(Move::words)
                .contains("size of near: 300k → 1200k");
    }
}
