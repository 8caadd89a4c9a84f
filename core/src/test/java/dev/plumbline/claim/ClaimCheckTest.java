package dev.plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.DesignReader;
import dev.plumbline.design.Designs;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimCheckTest {
    private static final String SYSTEM = """
        regions: {eu: {at: Frankfurt, share: 99 %}, us: {at: N. Virginia, share: 1 %}}
        workload: {ask: {rate: 1 req/s}}
        components:
          front: {kind: service, time: 1 ms, region: WHERE}
          writer: {kind: llm, model: llama-3.1-70b, on: CARDS, replicas: 2, TIME prompt: {p50: 1800 token, p99: 4000 token},
                   output: 200 token}
        paths:
          ask: [front, writer]
        """;

    private static List<Diagnostic> found(String rest, String cards, String time, String where) {
        String system = SYSTEM.replace("CARDS", cards).replace("TIME", time).replace("WHERE", where);
        return of("design: d\n" + system + rest + "\n", Map.of());
    }

    private static List<Diagnostic> of(String text, Map<String, String> files) {
        DesignReader.Reading reading = Designs.read(text, files);
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        return ClaimCheck.of(((DesignReader.Reading.Read) reading).design());
    }

    private static List<Diagnostic> assumed(String assumption) {
        return found("assume:\n  " + assumption, "4 x H100", "", "eu");
    }

    private static List<Diagnostic> asked(String must) {
        return found("requirements: {r: {must: " + must + "}}", "4 x H100", "", "eu");
    }

    /// Each claim on the near side of its bound, and beyond it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 6,540 km at 204,218 km/s are 32.0 ms, and 64.1 ms there and back.
                "below-light | eu_us_rtt: 65 ms                  | eu_us_rtt: 63 ms",
                "below-light | eu_us_latency: 33 ms              | eu_us_latency: 31 ms",
                "below-light | frankfurt_n_virginia_ping: 65 ms  | frankfurt_n_virginia_ping: 63 ms",
                // 70.55e9 weights of 2 B over 4 x 3.35 TB/s are 10.5 ms.
                "above-roofline | llama_3_1_70b_4x_h100_bf16_step: 10.6 ms/token | llama_3_1_70b_4x_h100_bf16_step: 10.4 ms/token",
                "above-roofline | llama_3_1_70b_4x_h100_bf16_stream: 94 token/s  | llama_3_1_70b_4x_h100_bf16_stream: 96 token/s",
                // Of many at once: 4 x 989.4 TFLOP/s over 2 x 70.55e9 FLOP are 28,047 a second.
                "above-roofline | llama_3_1_70b_4x_h100_bf16: 28.0k token/s | llama_3_1_70b_4x_h100_bf16: 28.1k token/s",
                "sparse-for-dense | h100_bf16: 989 TFLOP/s       | h100_bf16: 1979 TFLOP/s",
                "sparse-for-dense | h100_fp8: 1979 TFLOP/s       | h100_fp8: 3958 TFLOP/s",
                "sparse-for-dense | l40s_fp8: 733 TFLOP/s        | l40s_fp8: 1466 TFLOP/s",
                "sparse-for-dense | h100_bf16_sparse: 1979 TFLOP/s | h100_peak: 1979 TFLOP/s",
                "sparse-for-dense | speed: 8 * facts.h100.bf16_dense | speed: 8 * facts.h100.bf16_sparse",
                "both-ways-for-one | h100_nvlink: 450 GB/s       | h100_nvlink: 900 GB/s",
                "both-ways-for-one | nvlink_both: 900 GB/s       | nvlink: 900 GB/s",
                "both-ways-for-one | wire: facts.h100.link_one_way | wire: facts.h100.link_both_ways",
                "gib-for-gb | l4_memory: 24 GB                   | l4_memory: 24 GiB",
                "gib-for-gb | r7g_large_ram: 16 GiB              | r7g_large_ram: 16 GB",
                "gib-for-gb | h100_bandwidth: 3.35 TB/s          | h100_bandwidth: 3.35 TiB/s",
                "percentile-beyond-samples | 'tail: {value: 1 s, source: p99.9 of 10k requests}' |"
                        + " 'tail: {value: 1 s, source: p99.9 of 300 requests}'",
                "percentile-beyond-samples | 'tail_p99: {value: 1 s, source: 1_000 samples}' |"
                        + " 'tail_p99: {value: 1 s, source: 900 samples}'",
                "share-over-whole | hit_rate: 100 %              | hit_rate: 120 %",
                "share-over-whole | cached_share: 80 .. 95 %     | cached_share: 80 .. 110 %",
                "below-light | eu_us_timeout: 20 ms              | eu_us_lag: 20 ms",
                "share-over-whole | share_factor: 3              | traffic_share: 3",
                "share-over-whole | precision: 16                | mfu: 110 %",
                "share-over-whole | headroom: 120 %              | availability: 100.1 %",
            })
    void aClaimIsFoundBeyondItsBound(String rule, String good, String bad) {
        assertThat(assumed(good)).extracting(Diagnostic::rule).doesNotContain("claim." + rule);
        assertThat(assumed(bad)).extracting(Diagnostic::rule).contains("claim." + rule);
    }

    /// What is asked of a path or a model, and no implementation can give.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p95 tpot of writer <= 10.6 ms | p95 tpot of writer <= 10.4 ms",
                // Half of the prompts have 1,800 tokens: 64.2 ms at the peaks of four cards.
                "p50 ttft of writer <= 65 ms   | p50 ttft of writer <= 63 ms",
            })
    void aModelIsAskedForWhatItsAcceleratorsCannotDo(String good, String bad) {
        assertThat(asked(good)).isEmpty();
        assertThat(asked(bad)).extracting(Diagnostic::rule).containsExactly("claim.above-roofline");
    }

    /// One user in a hundred is far away: that does not touch p95, but p99.9 and every region.
    @ParameterizedTest
    @ValueSource(strings = {"p99.9 latency of ask <= 60 ms", "p95 latency of ask <= 60 ms for every segment of region"})
    void aLatencyIsBelowLightWhereEnoughUsersAreFar(String must) {
        assertThat(asked(must)).extracting(Diagnostic::rule).containsExactly("claim.below-light");
        assertThat(asked(must)).extracting(Diagnostic::severity).containsExactly(Severity.ERROR);
        assertThat(asked(must.replace("60", "95")))
                .as("64.2 ms are 96.3 by a usual route")
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.WARNING);
        assertThat(asked(must.replace("60", "97"))).isEmpty();
        assertThat(asked("p95 latency of ask <= 60 ms")).isEmpty();
        assertThat(found("requirements: {r: {must: " + must + "}}", "4 x H100", "", "[eu, us]"))
                .isEmpty();
    }

    /// 200 tokens of 10.5 ms are 2.1 s; where the precision is not said, weights of four bits count: 0.53 s.
    @Test
    void anAnswerTakesAsLongAsItsTokens() {
        assertThat(found("", "4 x H100", "time: 530 ms,", "eu")).isEmpty();
        assertThat(found("", "4 x H100", "time: 520 ms,", "eu"))
                .extracting(Diagnostic::rule)
                .containsExactly("claim.above-roofline");
    }

    /// 1,000 requests a second of about 2,000 tokens are 280 PFLOP/s, and two replicas of four cards do 7.9.
    @Test
    void aLoadIsAboveWhatAllReplicasCanDo() {
        String more = SYSTEM.replace("rate: 1 req/s", "rate: 1000 req/s")
                .replace("CARDS", "4 x H100")
                .replace("TIME", "")
                .replace("WHERE", "eu");
        List<Diagnostic> found = of("design: d\n" + more, Map.of());
        assertThat(found).extracting(Diagnostic::rule).containsExactly("claim.above-roofline");
        assertThat(found.getFirst().what()).startsWith("at peak writer is asked for");
    }

    @Test
    void theInterconnectOfAServedModelIsOneWay() {
        String both = "generation: {interconnect: 900 GB/s}, ";
        assertThat(found("", "4 x H100", both, "eu"))
                .extracting(Diagnostic::rule)
                .containsExactly("claim.both-ways-for-one");
        assertThat(found("", "4 x H100", both.replace("900", "450"), "eu")).isEmpty();
    }

    /// 500 answers a second of 2 MB are 8 Gbps; of the store 100 rows a second are read, and 2,000 written to each of
    /// two replicas.
    @ParameterizedTest
    @CsvSource({"8.1 Gbps, 0.4 GB/s, false", "7.9 Gbps, 0.4 GB/s, true", "8.1 Gbps, 0.39 GB/s, true"})
    void aLinkCarriesWhatItCarries(String front, String store, boolean tooMuch) {
        String text = """
            design: d
            workload: {ask: {rate: 500 req/s, response: 2 MB/req, request: 1 KB/req}}
            sources: {clicks: {rate: 2000 event/s}}
            data: {profile: {from: clicks, rows: 1000 user, size: 200 KB/user, compute: stream}}
            components:
              front: {kind: service, time: 1 ms, network: FRONT}
              store: {kind: store, time: 1 ms, replicas: 2, holds: profile, network: STORE}
            paths: {ask: [front, {when: 20 %, do: [store]}]}
            """;
        List<Diagnostic> found = of(text.replace("FRONT", front).replace("STORE", store), Map.of());
        assertThat(found.stream().anyMatch(each -> each.rule().equals("claim.more-than-the-link")))
                .isEqualTo(tooMuch);
    }

    @Test
    void sharesOfRegionsAndOfOneRateAddUpToTheWholeAtMost() {
        String text = """
            design: d
            assume: {visits: 100 req/s, browse_share: SHARE}
            regions: {eu: {at: Frankfurt, share: 60 %}, us: {at: Ohio, share: OTHER}}
            workload: {search: {rate: visits * 70 %}, browse: {rate: visits * browse_share}}
            components: {ranker: {kind: model, time: 5 ms}}
            paths: {search: [ranker], browse: [ranker]}
            """;
        assertThat(of(text.replace("SHARE", "30 %").replace("OTHER", "40 %"), Map.of()))
                .isEmpty();
        List<Diagnostic> found = of(text.replace("SHARE", "40 %").replace("OTHER", "41 %"), Map.of());
        assertThat(found)
                .extracting(Diagnostic::rule)
                .containsOnly("claim.share-over-whole")
                .hasSize(2);
        assertThat(found.getFirst().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aTailIsNotReadOffFewMeasurements() {
        String text = """
            design: d
            workload: {ask: {rate: 1 req/s}}
            components: {store: {kind: store, time: {measured: times.csv, column: ms}}}
            paths: {ask: [store]}
            requirements: {r: {must: p99.9 latency of ask <= 1 s}}
            """;
        assertThat(of(text, Map.of("times.csv", times(300))))
                .extracting(Diagnostic::rule)
                .containsExactly("claim.percentile-beyond-samples");
        assertThat(of(text, Map.of("times.csv", times(10_000)))).isEmpty();
    }

    private static String times(int count) {
        return IntStream.range(0, count).mapToObj(i -> 1 + i % 7 + "\n").collect(Collectors.joining("", "ms\n", ""));
    }

    /// Claims that were printed by others: a page that lets 70 billion parameters in 16 bits write 110 tokens a second
    /// on one H100, a table of a simulator with the sparse FP8 peak of an L40S, and a vendor's page that calls the
    /// sparse peak of an H200 dense.
    @Test
    void publishedClaimsThatCannotBeSoAreRejected() {
        List<Diagnostic> found = assumed("llama_2_70b_h100_fp16: {value: 110 token/s, source: a batch of 1}");
        assertThat(found).extracting(Diagnostic::rule).containsExactly("claim.above-roofline");
        assertThat(found.getFirst().what()).contains("24.3 token/s");
        assertThat(found.getFirst().why()).contains("138 GB, do not fit the memory of 80 GB");
        assertThat(assumed("l40s_fp8_peak: 1466 TFLOP/s").getFirst().what()).contains("733 TFLOP/s");
        assertThat(assumed("h200_bf16_dense: 1.97 PFLOP/s").getFirst().what()).contains("989 TFLOP/s");
    }
}
