package dev.plumbline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.knowledge.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Served models, none of the cases from the file that the validation is held against.
final class ServingTest {
    private static final String HEADER = "id,quantity,inputs,expected value,unit,tolerance,source\n";

    private static Comparison comparison(String quantity, String inputs, String unit) {
        CaseFile.Reading reading =
                CaseFile.read("cases.csv", HEADER + "x,%s,%s,1,%s,rel:0.1,a test\n".formatted(quantity, inputs, unit));
        assertThat(reading.findings().all()).isEmpty();
        return Validation.of(reading.cases(), List.of(new Serving(new Things(Known.facts()))))
                .comparisons()
                .getFirst();
    }

    private static Computed computed(String quantity, String inputs, String unit) {
        return ((Outcome.Ours) comparison(quantity, inputs, unit).outcome()).computed();
    }

    private static final String LIGHT = "model=Llama-3.1-8B;dev=1xH100;rate=0.02/s;question=500;output=100";

    /// 15 GB of weights over 3.35 TB/s at 71 to 92 %, and 40 to 120 us for each of 32 layers.
    @Test
    void aTokenUnderLightLoadIsItsStep() {
        Computed step = computed("measured itl-mean", LIGHT, "ms");
        assertThat(step.low()).isBetween(5.5, 7.5);
        assertThat(step.value()).isBetween(7.2, 8.3);
        assertThat(step.high()).isBetween(8.5, 10.5);
        assertThat(step.how()).contains("llama_3_1_8b on 1 x h100");
    }

    @Test
    void aWholeAnswerIsItsFirstTokenAndItsSteps() {
        double whole = computed("measured e2e-mean", LIGHT, "ms").value();
        double first = computed("measured ttft-mean", LIGHT, "ms").value();
        double step = computed("measured itl-mean", LIGHT, "ms").value();
        assertThat(whole).isCloseTo(first + 99 * step, within(0.01 * whole));
    }

    /// Eight at a time write eight tokens a step, which takes little longer than a step of one.
    @Test
    void aFixedBatchWritesAsManyTokensAStep() {
        double throughput = computed(
                        "generation throughput", "model=Llama-3.1-8B;dev=1xH100;batch=8;input=100;output=400", "tok/s")
                .value();
        double step = computed("measured itl-mean", LIGHT, "ms").value() / 1e3;
        assertThat(throughput).isBetween(0.85 * 8 / step, 8 / step);
    }

    @Test
    void aBurstBeyondWhatCanBeDoneWaits() {
        String burst = "measured ttft-p99 (burst of 300 requests at %s req/s)";
        String inputs = "model=Llama-3.1-8B;dev=1xRTX 4090;trace=ShareGPT-300;rate=%s/s";
        double slow = computed(burst.formatted(10), inputs.formatted(10), "s").value();
        double quick = computed(burst.formatted(1), inputs.formatted(1), "s").value();
        assertThat(slow).isGreaterThan(10 * quick);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measured ttft-mean | model=Llama-3.1-8B;dev=1xH100;workload=general | no lengths of prompts",
                "measured ttft-mean | model=Nobody-3B;dev=1xH100;rate=1/s;question=5;output=9 | no facts",
                "measured e2e-p99 | model=Llama-3.1-8B;dev=2xH100 DP2+EP2;rate=1/s;question=5;output=9 | spread over",
                "SLO attainment | rate=1.0/s | states too little",
                "measured e2e-p99 | model=Llama-3.1-70B;dev=1xH100;rate=1/s;question=5;output=9 | does not fit"
            })
    void whatCannotBeSimulatedSaysWhy(String quantity, String inputs, String why) {
        Comparison comparison = comparison(quantity, inputs, "ms");
        assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.NOT_COMPUTED);
        assertThat(comparison.why()).contains(why);
    }

    @Test
    void otherFiguresAreLeftToOthers() {
        assertThat(comparison("HBM capacity", "device=B200", "GB").outcome()).isInstanceOf(Outcome.Strange.class);
    }
}
