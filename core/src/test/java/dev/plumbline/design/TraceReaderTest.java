package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.simulation.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
    private static final String DESIGN = """
            design: replay
            workload: {ask: {%s arrivals: {trace: requests.csv%s}}}
            components: {store: {kind: store, time: 5 ms}}
            paths: {ask: [store]}
            """;

    private static Reading read(String file, String more) {
        return Designs.read(DESIGN.formatted("", more), Map.of("requests.csv", file));
    }

    private static Trace trace(String file) {
        return trace(file, "");
    }

    private static Trace trace(String file, String more) {
        Reading reading = read(file, more);
        assertThat(reading.findings().all()).isEmpty();
        Arrivals arrivals = ((Reading.Read) reading)
                .design()
                .workload()
                .values()
                .iterator()
                .next()
                .arrivals();
        return ((Arrivals.Trace) arrivals).recorded();
    }

    private static double seconds(Trace trace) {
        return (trace.requests() - 1) / trace.rate();
    }

    @Test
    void aPlainColumnOfSeconds() {
        Trace trace = trace("timestamp,bytes\n10,200\n12.5,300\n11,0\n");
        assertThat(trace.requests()).isEqualTo(3);
        assertThat(seconds(trace)).isCloseTo(2.5, within(1e-9));
        assertThat(trace.hasTokens()).isFalse();
        assertThat(trace.bytes(1)).isZero();
        assertThat(trace.bytes(2)).isEqualTo(300);
    }

    @Test
    void theTraceOfAzure() {
        Trace trace = trace("""
                TIMESTAMP,ContextTokens,GeneratedTokens
                2023-11-16 18:17:03.9799600,4808,10
                2023-11-16 18:17:04.0319600,3180,8
                2023-11-16 18:17:04.0781600,110,27
                """);
        assertThat(seconds(trace)).isCloseTo(0.0982, within(1e-6));
        assertThat(trace.prompt(0)).isEqualTo(4808);
        assertThat(trace.output(2)).isEqualTo(27);
    }

    @Test
    void theTraceOfBurstGpt() {
        Trace trace = trace("""
                Timestamp,Session ID,Elapsed time,Model,Request tokens,Response tokens,Total tokens,Log Type
                5,1,2.1,ChatGPT,472,18,490,Conversation log
                45,2,0.7,"GPT-4, turbo",1087,230,1317,API log
                118,1,3.3,GPT-4,417,276,693,Conversation log
                """);
        assertThat(seconds(trace)).isEqualTo(113);
        assertThat(trace.prompt(1)).isEqualTo(1087);
        assertThat(trace.output(1)).isEqualTo(230);
    }

    @Test
    void theTraceOfMooncake() {
        Trace trace = trace("""
                {"timestamp": 0, "input_length": 6758, "output_length": 500, "hash_ids": [0, 1, 2]}
                {"timestamp": 3052, "input_length": 7319, "output_length": 490, "hash_ids": [0, 14, {"a": "}"}]}
                {"hash_ids": [], "timestamp": 6000, "input_length": 7, "output_length": 4}
                """);
        assertThat(seconds(trace)).isCloseTo(6, within(1e-9));
        assertThat(trace.prompt(1)).isEqualTo(7319);
        assertThat(trace.output(2)).isEqualTo(4);
    }

    @Test
    void theTraceOfVidur() {
        Trace trace = trace("arrived_at,num_prefill_tokens,num_decode_tokens\n0.1,374,44\n0.2,396,109\n");
        assertThat(trace.prompt(1)).isEqualTo(396);
        assertThat(trace.hasTokens()).isTrue();
    }

    @Test
    void anotherColumnInAnotherUnit() {
        Trace trace = trace("id,start\n7,1000\n8,1500\n", ", column: start, unit: ms");
        assertThat(seconds(trace)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void timesWithAnOffsetAndWithout() {
        Trace trace = trace("time\n2024-02-28T23:59:59Z\n2024-02-29T02:00:00+02:00\n2024-02-29 00:00:01\n");
        assertThat(seconds(trace)).isCloseTo(2, within(1e-9));
    }

    @Test
    void withoutAStatedRateItHasItsOwn() {
        Design design = ((Reading.Read) read("timestamp\n0\n1\n2\n4\n", "")).design();
        assertThat(design.defaults())
                .contains(new Design.Default("ask.rate", "0.75 req/s", "that is the mean rate of \"requests.csv\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp;1;noon;3 | measured.line | line 3 of \"requests.csv\" has \"noon\" for a time",
                "timestamp;1;NaN;3 | measured.line | line 3 of \"requests.csv\" has \"NaN\" for a time",
                "id,timestamp;1,1;2 | measured.line | line 3 of \"requests.csv\" has no time",
                "timestamp;2023-02-30 00:00:00 | measured.line | line 2 of \"requests.csv\" has \"2023-02-30 00:00:00\"",
                "timestamp,ContextTokens;1,2;2,-4 | measured.line | has \"-4\" in \"ContextTokens\", which is not a number",
                "timestamp,bytes;1,2;2,many | measured.line | has \"many\" in \"bytes\", which is not a number of bytes",
                "{\"timestamp\": 1};{\"timestamp\": 2 | measured.line | line 2 of \"requests.csv\" is not a JSON object",
                "start;1;2 | measured.trace | \"requests.csv\" has no column of times",
                "timestamp;1 | measured.trace | \"requests.csv\" has no two requests at different times",
                "timestamp;1;1 | measured.trace | \"requests.csv\" has no two requests at different times",
            })
    void aFaultIsToldWithItsLine(String lines, String rule, String what) {
        assertThat(read(lines.strip().replace(';', '\n') + "\n", "").findings().all())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.what()).contains(what);
                });
    }

    @Test
    void aColumnOrUnitThatIsNoneIsRefused() {
        assertThat(read("timestamp\n1\n2\n", ", column: start").findings().all())
                .extracting(Diagnostic::rule)
                .containsExactly("measured.column");
        assertThat(read("timestamp\n1\n2\n", ", unit: GB").findings().all())
                .extracting(Diagnostic::rule)
                .containsExactly("measured.unit");
    }

    @Test
    void aRateIsDueWithoutATrace() {
        Reading reading = Designs.read(
                DESIGN.replace("arrivals: {trace: requests.csv%s}", "%s").formatted("peak: 2", ""));
        assertThat(reading.findings().all()).extracting(Diagnostic::rule).containsExactly("design.missing-key");
    }
}
