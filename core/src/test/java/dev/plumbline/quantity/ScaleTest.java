package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static Quantity read(String text) {
        return new Constants(SheetReader.sheet("x: 1"))
                .of(SheetReader.expression(text)).stream()
                        .mapToObj(value -> new Quantity(
                                value,
                                SheetReader.sound("x: " + text).dimension("x").orElseThrow()))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.184 s               | 184 ms
            0.9996 s              | 1 s
            90 s                  | 90 s
            60 s                  | 1 min
            5400 s                | 90 min
            12 h                  | 12 h
            400 day               | 400 day
            12 month              | 1 year
            90 year               | 90 year
            0.0000012 s           | 1.2 us
            2300 MB               | 2.3 GB
            2 TB/s                | 2 TB/s
            220 B/event           | 220 B/event
            1.4 KiB/user          | 1.43 KB/user
            72M req/day           | 833 req/s
            3 req/day             | 3 req/day
            0.5 req/s             | 30 req/min
            21_423 USD/month      | 21.4k USD/month
            3.2 USD/h             | 2.34k USD/month
            0.00012 USD/req       | 0.00012 USD/req
            1M user               | 1M user
            999_600 user          | 1M user
            15T token             | 15T token
            70bn                  | 70bn
            5 %                   | 0.05
            1/3                   | 0.333
            989.4 TFLOP/s         | 989 TFLOP/s
            6e23 FLOP             | 600 ZFLOP
            300 W                 | 300 W
            4.5 kWh               | 16.2 MJ
            3000 kg               | 3 t
            15.6k km              | 15.6k km
            -3 ms                 | -3 ms
            0 ms                  | 0 s
            0 * 3 ms              | 0 s
            1e-9                  | 1e-9
            5/s                   | 5/s
            0.1 + 0.2             | 0.3
            """)
    void a_value_is_printed_in_the_unit_a_person_picks(String text, String print) {
        assertThat(read(text).toString()).isEqualTo(print);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 %             | %           | 5 %
            6 %/month       | %/month     | 6 %/month
            12 month        | month       | 12 month
            400 day         | day         | 400 day
            1200 ms         | ms          | 1.2 s
            1.4 KiB         | KiB         | 1.4 KiB
            3000 KiB        | KiB         | 2.93 MiB
            3.2 USD/h       | USD/h       | 3.2 USD/h
            5 TB/day        | GB/day      | 5 TB/day
            10 Gbit/s       | Gbit/s      | 10 Gbit/s
            2.5M user       | user        | 2.5M user
            1.5M req/day    | req/day     | 1.5M req/day
            833 rps         | rps         | 833 rps
            3 ms            | user        | 3 ms
            """)
    void the_authors_unit_is_kept_where_it_reads_well(String text, String unit, String print) {
        Unit written = SheetReader.expression("1 " + unit).writtenUnit().orElseThrow();
        assertThat(Scale.of(read(text), written).print(read(text))).isEqualTo(print);
    }

    @Test
    void a_value_and_its_interval_share_unit_and_suffix() {
        Scale scale = Scale.of(read("21.4k USD/month"));
        assertThat(scale.number(read("18k USD/month").value())).isEqualTo("18");
        assertThat(scale.number(read("25_930 USD/month").value())).isEqualTo("25.9");
        assertThat(scale.label()).isEqualTo("k USD/month");
        assertThat(scale.print(read("21_423 USD/month"), 5)).isEqualTo("21.423k USD/month");
    }

    @Test
    void what_is_not_finite_is_said_in_words() {
        assertThat(new Quantity(Double.NaN, Dimension.TIME)).hasToString("undefined s");
        assertThat(new Quantity(Double.POSITIVE_INFINITY, Dimension.NONE)).hasToString("infinite");
    }

    @Test
    void binary_dust_is_never_printed() {
        assertThat(Scale.of(
                                read("0.1 %"),
                                SheetReader.expression("1 %").writtenUnit().orElseThrow())
                        .print(read("100 % - 99.9 %"), 12))
                .isEqualTo("0.1 %");
    }
}
