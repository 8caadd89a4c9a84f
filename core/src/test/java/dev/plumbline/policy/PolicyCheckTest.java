package dev.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyCheckTest {
    private static final String SYSTEM = """
        workload: {ask: {rate: 30 req/s}}
        components:
          store: {kind: store, time: {mean: 20 ms, cv: 1}, QUEUE}
          ranker: {kind: model, batch: {max: 8, wait: BATCH, time: 5 ms + 1 ms * size}}
          archive: {kind: store, time: {p50: 90 ms, p99: 300 ms}}
        paths:
          ask: [{call: inner, timeout: 200 ms}, ranker]
          inner: [{call: store, CALL}]
          kept: [{constant: 1 ms}]
          old: [{all: [archive, {constant: 30 ms}]}, {constant: 20 ms}]
        requirements: {quick: {must: p99 latency of ask <= 100 ms}, slower: {must: p95 latency of ask <= 90 ms}}
        """;

    private static List<Diagnostic> found(String call) {
        return found(call, "5 ms", "queue: {limit: 5}");
    }

    private static List<Diagnostic> found(String call, String batch, String queue) {
        String text = SYSTEM.replace("CALL", call).replace("BATCH", batch).replace("QUEUE", queue);
        DesignReader.Reading reading = new DesignReader(Facts.load(name -> ""))
                .read(Sources.of("design.yaml", "design: d\n" + text), path -> {
                    throw new NoSuchFileException(path);
                });
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        Design design = ((DesignReader.Reading.Read) reading).design();
        return PolicyCheck.of(design);
    }

    /// Each policy on the near side of its limit, and beyond it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hedge-after-timeout   | timeout: 150 ms, hedge: {after: 149 ms} | timeout: 150 ms, hedge: {after: 150 ms}",
                // The p99 of an exponential time of 20 ms is 92 ms.
                "hedge-after-timeout   | timeout: 95 ms, hedge: {after: p99}     | timeout: 90 ms, hedge: {after: p99}",
                "timeout-beyond-caller | timeout: 200 ms                         | timeout: 201 ms",
                "retries-beyond-caller | 'timeout: 95 ms, retry: {times: 1, backoff: 10 ms, budget: 10 %}' |"
                        + " 'timeout: 95 ms, retry: {times: 1, backoff: 11 ms, budget: 10 %}'",
                "retries-beyond-caller | 'timeout: 40 ms, retry: {times: 2, backoff: 20 ms, budget: 10 %}' |"
                        + " 'timeout: 40 ms, retry: {times: 2, backoff: 30 ms, budget: 10 %}'",
                "retry-without-budget  | 'timeout: 50 ms, retry: {times: 1, jitter: 1, budget: 1}' |"
                        + " 'timeout: 50 ms, retry: {times: 1, jitter: 1}'",
                "retry-without-jitter  | 'timeout: 50 ms, retry: {times: 1, jitter: 0.1, budget: 0.1}' |"
                        + " 'timeout: 50 ms, retry: {times: 1, budget: 0.1}'",
            })
    void aPolicyIsFoundBeyondItsLimit(String rule, String good, String bad) {
        assertThat(found(good)).extracting(Diagnostic::rule).doesNotContain("policy." + rule);
        assertThat(found(bad)).extracting(Diagnostic::rule).contains("policy." + rule);
    }

    /// The inner path has no limit of its own, so that only a fallback on the outer one is held against it.
    @Test
    void aFallbackIsHeldAgainstTheLimitOfItsPath() {
        String old = SYSTEM.replace("timeout: 200 ms}", "timeout: 200 ms, fallback: %s}");
        assertThat(of(old.formatted("kept"))).isEmpty();
        List<Diagnostic> late = of(old.formatted("old"));
        assertThat(late).extracting(Diagnostic::rule).containsOnly("policy.fallback-beyond-target");
        assertThat(late.getFirst().what()).contains("old takes 110 ms").contains("p95 latency of ask <= 90 ms");
    }

    private static List<Diagnostic> of(String system) {
        String text = system.replace("CALL", "timeout: 100 ms")
                .replace("BATCH", "5 ms")
                .replace("QUEUE", "fails: 0.1");
        DesignReader.Reading reading = new DesignReader(Facts.load(name -> ""))
                .read(Sources.of("design.yaml", "design: d\n" + text), path -> {
                    throw new NoSuchFileException(path);
                });
        return PolicyCheck.of(((DesignReader.Reading.Read) reading).design());
    }

    @Test
    void aBatchMayWaitForLessThanTheTightestTarget() {
        assertThat(found("timeout: 110 ms", "89 ms", "queue: {limit: 5}")).isEmpty();
        List<Diagnostic> late = found("timeout: 110 ms", "90 ms", "queue: {limit: 5}");
        assertThat(late).extracting(Diagnostic::rule).containsExactly("policy.batch-wait-beyond-target");
        assertThat(late.getFirst().what()).contains("\"slower\" asks for p95 latency of ask <= 90 ms");
    }

    /// Six that each take 20 ms of the one server are served after 120 ms.
    @Test
    void aQueueMayHoldWhatIsServedBeforeTheTimeout() {
        assertThat(found("timeout: 119 ms", "5 ms", "queue: {limit: 5}")).isEmpty();
        List<Diagnostic> long_ = found("timeout: 119 ms", "5 ms", "queue: {limit: 6}");
        assertThat(long_).extracting(Diagnostic::rule).containsExactly("policy.queue-beyond-timeout");
        assertThat(long_.getFirst().what()).contains("the last of 6 in the queue of store waits 120 ms");
        assertThat(long_.getFirst().mend()).contains("limit: 5");
        assertThat(long_.getFirst().place().line()).isEqualTo(4);
    }

    /// At 30 req/s of 20 ms one replica is 60 % busy: twice that is too much, and half of the calls twice is not.
    @Test
    void onlyTheRetriedPartOfTheLoadIsMultiplied() {
        String retried = "{call: store, retry: {times: 1, jitter: 1}}";
        String all = SYSTEM.replace("{call: inner, timeout: 200 ms}", retried);
        String some = SYSTEM.replace(
                "{call: inner, timeout: 200 ms}",
                "{when: 50 %, do: [" + retried + "]}, " + "{when: 50 %, do: [store]}");
        assertThat(of(all)).extracting(Diagnostic::rule).containsExactly("policy.retry-without-budget");
        assertThat(of(all).getFirst().what()).contains("60 % of the work").contains("120 % when");
        assertThat(of(some)).isEmpty();
    }

    @Test
    void aHedgeIsForComponentsWithRoom() {
        String busy = SYSTEM.replace("30 req/s", "44 req/s").replace("CALL", "hedge: {after: p90}");
        List<Diagnostic> found = of(busy);
        assertThat(found).extracting(Diagnostic::rule).containsExactly("policy.hedge-on-busy");
        assertThat(found.getFirst().what()).contains("88 % of the work").contains("10 % of them makes that 96.8 %");
        assertThat(of(busy.replace("44 req/s", "42 req/s"))).isEmpty();
    }
}
