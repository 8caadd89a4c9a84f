package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static double value(String formula) {
        return Valuation.of(SheetReader.sound("x: " + formula), new Worlds(1, 1))
                .value("x", 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(3, 1, 2)         | 1
            min(7)               | 7
            max(3 ms, 1 s)       | 1
            sum(1, 2, 3)         | 6
            ceil(3.2)            | 4
            ceil(0.7 / 0.1)      | 7
            floor(0.3 / 0.1)     | 3
            ceil(7.01 req)       | 8
            round(2.5)           | 3
            abs(-3 ms)           | 0.003
            sqrt(16)             | 4
            exp(0)               | 1
            log(exp(2))          | 2
            log2(8)              | 3
            log10(1000)          | 3
            clamp(7, 1, 5)       | 5
            pow(2, 0.5)          | 1.4142135623730951
            if(2 > 1, 5, 6)      | 5
            if(1 == 2, 5, 6)     | 6
            2 ^ 3 ^ 2            | 512
            -2 ^ 2               | -4
            1 - 2 - 3            | -4
            12 / 2 / 3           | 2
            (1 + 2) * 3          | 9
            3 user / (2 user)    | 1.5
            5 %                  | 0.05
            1 != 1               | 0
            """)
    void arithmetic_gives_what_school_taught(String formula, double value) {
        assertThat(value(formula)).isCloseTo(value, within(1e-12));
    }

    @Test
    void a_function_of_the_field_is_added_in_one_statement() {
        Function transfer = Function.named("transfer_time")
                .about("how long moving data takes over a link")
                .formula("size / bandwidth")
                .takes("size", Dimension.DATA, "what is moved")
                .takes("bandwidth", Dimension.DATA.per(Dimension.TIME), "of the slowest link")
                .gives(Dimension.TIME, a -> a[0] / a[1]);
        Units units = SheetReader.UNITS;
        Functions functions = Functions.standard().with(List.of(transfer));
        Sheet good = Sheet.of(
                units,
                functions,
                List.of(Definition.of("t", SheetReader.expression("transfer_time(1 GB, 10 Gbit/s)"))));
        assertThat(Valuation.of(SheetReader.sound(good), new Worlds(1, 1)).value("t", 0))
                .isEqualTo(0.8);
        Sheet bad = Sheet.of(
                units, functions, List.of(Definition.of("t", SheetReader.expression("transfer_time(1 GB, 10 Gbit)"))));
        Fault fault = Checker.check(bad).findings().getFirst().fault();
        assertThat(fault.what()).isEqualTo("\"bandwidth\" of transfer_time is data where data per time is due");
        assertThat(fault.why()).isEqualTo("\"10 Gbit\" is data; bandwidth is of the slowest link");
        assertThat(fault.mend()).isEqualTo("give it in \"B/s\" or a unit like it");
        assertThat(transfer.signature()).isEqualTo("transfer_time(size, bandwidth)");
    }

    @Test
    void a_count_is_welcome_with_and_without_its_noun() {
        Function cache = Function.named("cache_size")
                .about("the key-value cache of one token")
                .takesCounted("layers", Dimension.NONE, "layers of the model")
                .takesCounted("bytes", Dimension.DATA, "bytes per number")
                .gives(Dimension.DATA.per(Dimension.count("token")), a -> 2 * a[0] * a[1]);
        Functions functions = Functions.standard().with(List.of(cache));
        for (String formula : List.of("cache_size(32, 2 B)", "cache_size(32 layer, 2 B/param)")) {
            Sheet sheet = Sheet.of(
                    SheetReader.UNITS, functions, List.of(Definition.of("t", SheetReader.expression(formula))));
            assertThat(SheetReader.sound(sheet).dimension("t").orElseThrow().words())
                    .isEqualTo("data per token");
        }
    }

    @Test
    void every_function_says_what_it_is() {
        assertThat(Functions.standard().all()).allSatisfy(function -> {
            assertThat(function.about()).isNotBlank();
            assertThat(function.formula()).isNotBlank();
            assertThat(function.source()).isNotBlank();
            assertThat(function.parameters()).isNotEmpty();
        });
    }
}
