package dev.plumbline.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.formula.Formulas;
import dev.plumbline.knowledge.Known;
import dev.plumbline.quantity.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every formula of the field against a number from elsewhere: a paper, a vendor, or another way to compute it.
final class FormulaOracle {
    private static final Calculator CALCULATOR = Calculator.of(Known.facts(), Calculator.USUAL);

    /// @param from where the expected value is from
    /// @param percent how near it has to be
    record Row(String expression, String expected, double percent, String from) {
        @Override
        public String toString() {
            return expression + " = " + expected;
        }
    }

    private static final List<Row> ROWS = new ArrayList<>();

    private static void row(String expression, String expected, double percent, String from) {
        ROWS.add(new Row(expression, expected, percent, from));
    }

    static {
        models();
        training();
        accelerators();
        indexes();
        caches();
        queues();
        availability();
        networks();
        costs();
    }

    private static void models() {
        row("transformer_parameters(32000, 4096, 32, 4096, 4096, 11008, 0)", "6738415616 param", 0, "Llama 2 7B");
        row("transformer_parameters(128256, 2048, 16, 2048, 512, 8192, 1)", "1235814400 param", 0, "Llama 3.2 1B");
        row("moe_parameters(32000, 4096, 32, 4096, 1024, 14336, 8, 8, 0)", "46702792704 param", 0, "Mixtral 8x7B");
        row("moe_parameters(32000, 4096, 32, 4096, 1024, 14336, 8, 2, 0)", "12879925248 param", 0, "the same, active");
        row(
                "moe_parameters_read(46702792704, 12879925248, 8, 2, 1)",
                "12879925248 param",
                0,
                "one token: the active ones");
        row(
                "moe_parameters_read(46702792704, 12879925248, 8, 2, 2)",
                "21335642112 param",
                0,
                "two tokens meet 3.5 of 8 experts");
        row("moe_parameters_read(46702792704, 12879925248, 8, 2, 1000)", "46702792704 param", 0, "many tokens: all");
        row("weights(70.55bn param, 2 B/param)", "141.1 GB", 0.01, "Llama 3 70B, model card");
        row("kv_cache_per_token(32, 32, 128, 2 B)", "524288 B/token", 0, "500 MB for 1000 tokens, gpu_poor README");
        row("kv_cache_per_token_mla(61, 512 + 64, 2 B)", "70.272 KB/token", 0.01, "DeepSeek-V3, 70 KB a token");
        row("forward_flops(175bn, 1 token)", "350 GFLOP", 0, "Brown et al. 2020: 0.35 TFLOP a token");
        row("attention_flops(1, 8, 4)", "320 FLOP", 0, "4 x 8 for each of 4 + 3 + 2 + 1 pairs");
        row("prefill_time(6.74bn, 1000 token, 312 TFLOP/s, 50 %)", "86.41 ms", 0.01, "by hand");
        row("decode_floor(16.06 GB, 0 B, 3.35 TB/s)", "4.794 ms", 0.01, "the floor under 8.11 ms measured");
        row("1 token / decode_floor(137.96 GB, 0 B, 3.35 TB/s)", "24.3 token/s", 0.1, "70B on one H100, if it fitted");
    }

    private static void training() {
        row("training_flops(175bn param, 300bn token)", "3.14e23 FLOP", 0.4, "Brown et al. 2020, table D.1");
        row("training_flops(405.85bn, 15.6T)", "3.8e25 FLOP", 0.1, "Llama 3, section 3.3");
        row(
                "training_time(training_flops_recomputed(1.008T, 450bn), 3072, 163 TFLOP/s, 100 %)",
                "84 day", 0.2, "Narayanan et al. 2021, section 5.1");
        row("training_flops_recomputed(1bn, 1bn)", "8e18 FLOP", 0, "the same");
        row("mfu(training_flops(70.55bn, 15T), 1, 6.4M h, 989.4 TFLOP/s)", "27.9 %", 0.5, "Llama 3 70B, model card");
        row("chinchilla_tokens(70bn param)", "1.4T token", 0, "Hoffmann et al. 2022, table 1");
        row("training_state(7.5bn param, 2 B, 2 B, 12 B)", "120 GB", 0, "Rajbhandari et al. 2020, figure 1");
        row("zero_memory(7.5bn param, 64, 0)", "120 GB", 0, "the same figure");
        row("zero_memory(7.5bn param, 64, 1)", "31.4 GB", 0.1, "the same figure");
        row("zero_memory(7.5bn param, 64, 2)", "16.6 GB", 0.3, "the same figure");
        row("zero_memory(7.5bn param, 64, 3)", "1.9 GB", 1.5, "the same figure");
        row("activation_memory(96, 12288, 96, 2048, 1)", "275.4 GB", 0.01, "Korthikanti et al. 2022, GPT-3's shape");
        row(
                "activation_memory_flash(96, 12288, 2048, 1) / activation_memory(96, 12288, 96, 2048, 1)",
                "34/114",
                0.001,
                "the same: 5as/h is 80 for GPT-3, which drops");
        row("activation_memory_recomputed(96, 12288, 2048, 1)", "4.832 GB", 0.01, "2sbhL, the same");
        row("checkpoint_traffic(70bn * 14 B, 30 min)", "0.5444 GB/s", 0.01, "by hand");
        row("checkpoint_interval(1 min, 4 h)", "1314.5 s", 0.01, "sqrt(2 x 60 x 14400)");
    }

    private static void accelerators() {
        row("ridge_point(989.4 TFLOP/s, 3.35 TB/s)", "295.3 FLOP/B", 0.02, "H100");
        row("roofline_time(1 TFLOP, 1 GB, 312 TFLOP/s, 2 TB/s)", "3.205 ms", 0.01, "arithmetic binds");
        row("roofline_time(1 GFLOP, 1 GB, 312 TFLOP/s, 2 TB/s)", "0.5 ms", 0, "memory binds");
        row("matmul_flops(2048, 4096, 28672)", "481.0 GFLOP", 0.01, "Vidur's gate and up of Llama 3 8B");
        row("share_reached(100, 40 %, 65 %)", "40 %", 0, "few tokens");
        row("share_reached(256, 40 %, 65 %)", "52.5 %", 0, "half-way between 128 and 512 by the logarithm");
        row("share_reached(4096, 40 %, 65 %)", "65 %", 0, "many tokens");
        row("allreduce_time(1 GB, 8, 450 GB/s)", "3.889 ms", 0.01, "2 x 7/8 x 1/450");
        row("accelerators_by_memory(141.1 GB + 40 GiB, 80 GB, 90 %)", "3", 0, "by hand");
        row("accelerators_by_throughput(4200 token/s, 1000 token/s, 70 %)", "6", 0, "4.2 / 0.7");
        row("accelerators_by_latency(42 ms, 20 ms, 75 %)", "3", 0, "2.8");
        row("accelerators(3, 6, 3)", "6", 0, "throughput binds");
    }

    private static void indexes() {
        row("embedding_table(204184588 row, 128, 4 B)", "104.54 GB", 0.01, "MLPerf DLRM-DCNv2");
        row("kv_store_memory(1M key, 8 B, 8 B, 69 B, 1, 100 %)", "85 MB", 0, "Redis FAQ: 85 MB for 1M small pairs");
        row("hnsw_memory(10M, 768, 4 B, 16, 16 B, 120 %)", "39.94 GB", 0.02, "ScyllaDB, vector search sizing");
        row("hnsw_memory(1M, 256, 4 B, 16, 8 B, 110 %)", "1.267 GB", 0.02, "OpenSearch, 1.1 x (4d + 8m)");
        row("ivf_memory(1M, 256, 4 B, 128, 110 %)", "1.126 GB", 0.1, "OpenSearch's documentation");
        row("ivf_pq_memory(1bn, 64 B, 8 B, 0, 0)", "72 GB", 0, "faiss: code and identifier");
        row("ivf_pq_memory(1M, 64 B, 8 B, 4096, 768)", "85.37 MB", 0.01, "by hand");
        row("diskann_memory(1bn, 32 B, 0, 128, 4 B, 64)", "32 GB", 0, "Subramanya et al.: a billion points in 64 GB");
        row("diskann_memory(0, 32 B, 10, 128, 4 B, 64)", "7720 B", 0, "ten records of 512 + 260 B");
        row("diskann_disk(1bn, 128, 4 B, 64)", "819.2 GB", 0, "five records of 772 B in a sector");
        row("diskann_disk(10, 1536, 4 B, 64)", "80 KiB", 0, "two sectors each");
        row("scan_time(1M, 768, 4 B, 20 GB/s)", "153.6 ms", 0, "by hand");
        row("bloom_filter(1bn key, 1 %)", "1.198 GB", 0.02, "9.585 bit a key");
        row("bloom_hashes(1, 9.585 bit)", "6.644", 0.01, "ln 2 x 9.585");
        row("bloom_false_positive(1, 10 bit, 7)", "0.819 %", 0.05, "Mitzenmacher and Upfal");
        row("collision(1bn, 64 bit)", "2.674 %", 0.02, "the birthday problem");
        row("collision(23, log2(365) * 1 bit)", "50.73 %", 0.01, "23 people, 365 days");
        row("count_min_width(0.1 %)", "2718.3", 0.01, "e / 0.001");
        row("hyperloglog_error(16384)", "0.8125 %", 0.01, "Redis: 0.81 %");
    }

    private static void caches() {
        row("lru_hit(1M key, 0, 250k key)", "25 %", 0.0001, "equal keys are kept in proportion");
        row("lru_hit(3, 1, 1)", "40.496 %", 4, "King 1971: the sum of p^2, 49/121; Che is 3.6 % below");
        row("lfu_hit(4, 1, 2)", "72 %", 0.0001, "(1 + 1/2) / (1 + 1/2 + 1/3 + 1/4)");
        row("ttl_hit(1M key, 0, 1k /s, 500 s)", "33.3333 %", 0.0001, "half a request of a key in its life");
        row("lru_ttl_hit(1M key, 0, 250k key, 1 /s, 7 day)", "25 %", 0.0001, "what fits is less than what lives");
        row("lru_ttl_hit(1M key, 0, 750k key, 1k /s, 500 s)", "33.3333 %", 0.0001, "what lives is less than what fits");
        row("uncounted(5 req/s)", "5 /s", 0, "by hand");
    }

    private static void queues() {
        row("littles_law(8 /s, 0.5 s)", "4", 0, "by hand");
        row("utilisation(8 req/s, 100 ms, 1)", "80 %", 0, "by hand");
        row("erlang_b(100, 117)", "0.979 %", 0.1, "the 1 % table");
        row("erlang_b(10, 10)", "21.458 %", 0.01, "the sum itself");
        row("erlang_c(8, 10)", "40.918 %", 0.01, "the sum itself");
        row("erlang_servers(8, 10 %)", "13", 0, "erlang_c(8, 12) is 14 %");
        row("service_level(10, 14, 180 s, 20 s)", "88.84 %", 0.01, "call centre tables");
        row("mm_c_wait(15 /s, 100 ms, 2)", "128.57 ms", 0.01, "C / (2 x 10 - 15)");
        row("mm_c_wait_quantile(15 /s, 100 ms, 2, 99 %)", "832.67 ms", 0.01, "ln(C / 1 %) / 5");
        row("mm_c_time(8 /s, 100 ms, 1)", "500 ms", 0, "1 / (10 - 8)");
        row("mm_c_time_quantile(8 /s, 100 ms, 1, 99 %)", "2.3026 s", 0.01, "ln 100 / 2");
        row("mg_1_wait(8 /s, 100 ms, 4)", "1 s", 0, "Pollaczek-Khinchine");
        row("mg_1_wait(8 /s, 100 ms, 0)", "200 ms", 0, "M/D/1: half of M/M/1");
        row("gg_c_wait(15 /s, 100 ms, 2, 1, 1)", "128.57 ms", 0.01, "M/M/2");
        row("mm_c_k_loss(9 /s, 100 ms, 1, 10)", "5.08 %", 0.1, "0.1 x 0.9^10 / (1 - 0.9^11)");
        row("mm_c_k_loss(10 /s, 1 s, 10, 10)", "21.458 %", 0.01, "Erlang B");
        row("closed_throughput(1, 900 ms, 100 ms, 1)", "1 /s", 0, "one user never waits");
        row("closed_throughput(2, 1 s, 1 s, 1)", "0.8 /s", 0, "shares 1, 2, 2 of 5: busy in four");
        row("amdahl(95 %, 1M)", "20", 0.1, "Amdahl 1967");
        row("usl(32, 3 %, 0.01 %)", "15.77", 0.01, "by hand");
        row("fan_out(1 %, 100)", "63.4 %", 0.05, "Dean and Barroso 2013: 63 %");
        row("leaf_level(99 %, 100)", "99.98995 %", 0.0001, "0.99^0.01");
    }

    private static void availability() {
        row("downtime(99.9 %, 30 day)", "43.2 min", 0.0001, "SRE, the 30 day window");
        row("downtime(99.99 %, 365 day)", "52.56 min", 0.0001, "four nines");
        row("availability(43.2 min, 30 day)", "99.9 %", 0.0001, "the inverse");
        row("availability_from_repair(999 h, 1 h)", "99.9 %", 0.0001, "by hand");
        row("in_series(99.9 %, 99.9 %, 99.9 %)", "99.7003 %", 0.0001, "0.999^3");
        row("in_parallel(99 %, 99 %)", "99.99 %", 0.0001, "two nines twice");
        row("k_of_n(99 %, 2, 3)", "99.9702 %", 0.0001, "3 x 0.99^2 x 0.01 + 0.99^3");
        row("k_of_n(99 %, 1, 2)", "99.99 %", 0.0001, "in parallel");
        row("samples_for_share(50 %, 1 %, 95 %)", "9604", 0.01, "the pollster's number: 1.96² / 4 / 0.01²");
        row("samples_for_lift(5 %, 10 %, 5 %, 80 %)", "31234", 0.01, "Fleiss et al. without continuity correction");
        row("share_unseen(300, 95 %)", "1 %", 0.7, "rule of three");
        row("samples_for_percentile(99.9 %, 95 %)", "2994.2", 0.01, "ln 0.05 / ln 0.999");
        row("burn_rate(2 %, 30 day, 1 h)", "14.4", 0.0001, "SRE workbook, table 5-4");
        row("burn_rate(10 %, 30 day, 3 day)", "1", 0.0001, "the same");
        row("error_budget(99.9 %, 100 req/s, 1 day)", "8640", 0.0001, "by hand");
    }

    private static void networks() {
        row("distance(50.11, 8.68, 39.04, -77.49)", "6555 km", 0.2, "Frankfurt to N. Virginia, published");
        row("rtt_floor(6555 km)", "64.2 ms", 0.01, "at 204,218 km/s");
        row("transfer_time(1 TB, 10 Gbps)", "800 s", 0, "by hand");
        row("bandwidth_delay(10 Gbps, 100 ms)", "125 MB", 0, "RFC 7323's kind of pipe");
        row("tcp_throughput(1460 B, 100 ms, 0.01 %)", "1.788 MB/s", 0.01, "Mathis et al. 1997");
        row("link_use(100k req/s, 4 KB, 3.2 Gbps)", "100 %", 0, "Redis documentation");
        row("storage_year(1000 /s, 1 KB, 20 %, 3)", "18.93 TB", 0.05, "by hand");
        row("storage_kept(1000 /s, 1 KB, 30 day, 20 %, 3)", "1.555 TB", 0.05, "by hand");
    }

    private static void costs() {
        row("cost_per_1000(12 USD/h, 1000 req/s, 50 %)", "0.006667 USD", 0.01, "by hand");
        row("cost_per_million_tokens(2 USD/h, 1000 token/s, 100 %)", "0.5556 USD", 0.01, "by hand");
        row("idle_cost(100 USD/h, 30 %)", "70 USD/h", 0, "by hand");
        row("egress(1 TB/month, 0.09 USD/GB)", "90 USD/month", 0, "the first step of the list price");
        row(
                "storage_cost(10 GB, 0.11 USD/GB/month) + 1M/month * 1.13e-6 USD + 9M/month * 3e-8 USD",
                "2.5 USD/month",
                0.01,
                "S3 Express, worked example 1, without the bytes moved");
        row("owned_price(250k USD, 4 year, 80 %, 10.2 kW, 115 %, 0.1 USD/kWh)", "10.085 USD/h", 0.01, "by hand");
        row("energy(400 W, 1082990 h, 100 %)", "433196 kWh", 0.001, "Luccioni et al. 2022, BLOOM");
        row("carbon(433196 kWh, 57 g/kWh)", "24.69 t", 0.02, "the same");
        row("embodied_carbon(2.5 t, 1 year, 4 year)", "625 kg", 0, "by hand");
    }

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFormulaGivesThePublishedNumber(Row row) {
        double expected = value(row.expected());
        assertThat(value(row.expression()))
                .as(row.from())
                .isCloseTo(expected, Percentage.withPercentage(row.percent() + 1e-9));
        assertThat(dimension(row.expression())).isEqualTo(dimension(row.expected()));
    }

    @Test
    void everyFormulaHasAnOracle() {
        var untested = new TreeSet<String>();
        Formulas.groups().stream()
                .filter(group -> !group.subject().equals("Arithmetic"))
                .flatMap(group -> group.functions().stream())
                .map(Function::name)
                .filter(name -> ROWS.stream().noneMatch(row -> row.expression().contains(name + "(")))
                .forEach(untested::add);
        assertThat(untested).isEmpty();
    }

    @Test
    void everyFormulaSaysWhatItDoesWithWhatAndWhoSaysSo() {
        assertThat(Formulas.groups().stream().flatMap(group -> group.functions().stream()))
                .hasSizeGreaterThan(60)
                .allSatisfy(function -> {
                    assertThat(function.about()).as(function.name()).isNotBlank();
                    assertThat(function.formula()).as(function.name()).isNotBlank();
                    assertThat(function.source()).as(function.name()).isNotBlank();
                    assertThat(function.parameters())
                            .allSatisfy(
                                    parameter -> assertThat(parameter.about()).isNotBlank());
                });
    }

    private static double value(String text) {
        return answer(text).spread().median();
    }

    private static String dimension(String text) {
        return answer(text).dimension().words();
    }

    private static Answer.Value answer(String text) {
        return switch (CALCULATOR.answer(text)) {
            case Answer.Value value -> value;
            case Answer.Refused(var findings) ->
                throw new AssertionError(text + ": " + findings.all().getFirst().what());
        };
    }
}
