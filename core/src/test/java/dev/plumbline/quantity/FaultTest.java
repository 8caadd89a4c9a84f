package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 mss              | unknown-unit | 2 |  5 | there is no unit "mss"                    | did you mean "ms"?
            10 tokns/s         | unknown-unit | 3 |  8 | there is no unit "tokns"                  | did you mean "tokens"?
            8 sesion/user/day  | unknown-unit | 2 |  8 | there is no unit "sesion"                 | did you mean "session"?
            3 zorkmid          | unknown-unit | 2 |  9 | there is no unit "zorkmid"                | declare a noun under units:, or write * before a name
            10K user           | unknown-unit | 2 |  3 | there is no unit "K"                      | write k for thousands
            3m                 | unknown-unit | 1 |  2 | there is no unit "m"                      | write M for millions, min for minutes, ms for milliseconds, km for distance
            5 to 8 ms          | unknown-unit | 2 |  4 | there is no unit "to"                     | write a range with two dots: 4 .. 8 ms
            3 TFLOPS           | unknown-unit | 2 |  8 | there is no unit "TFLOPS"                 | write TFLOP for an amount of work, TFLOP/s for a speed
            30 dollars         | unknown-unit | 3 | 10 | there is no unit "dollars"                | write USD or $
            3B                 | billion      | 0 |  2 | "3B" could be bytes or billions           | write "3bn" for billions or "3 B" for bytes
            7B param           | billion      | 0 |  2 | "7B" could be bytes or billions           | write "7bn" for billions or "7 B" for bytes
            NaN                | not-finite   | 0 |  3 | "NaN" is not a number a design can have   | write a number; leave the key out for "no limit"
            inf                | not-finite   | 0 |  3 | "inf" is not a number a design can have   | write a number; leave the key out for "no limit"
            1e999              | not-finite   | 0 |  5 | "1e999" is not a number a design can have | write a number; leave the key out for "no limit"
            .5                 | syntax       | 0 |  1 | "." means nothing here                    | write a decimal with a digit on both sides, as in 0.5
            1,000              | syntax       | 1 |  2 | "," does not continue "1"                 | write thousands as 1_000 or 1k, and decimals with a point
            4 -                | syntax       | 2 |  3 | "4 -" ends where a value is due           | add the missing value
            min(3              | syntax       | 3 |  4 | this parenthesis is never closed          | close it, or put the whole expression in quotes
            1)                 | syntax       | 1 |  2 | ")" does not continue "1"                 | put + - * / or .. between them
            2 ** 3             | syntax       | 3 |  4 | "*" stands where a value is due           | write ^ for a power
            4 … 8 ms           | syntax       | 2 |  3 | "…" means nothing here                    | write ".."
            4 .. 5 .. 6        | syntax       | 7 |  9 | a range has two ends, "4 .. 5 .. 6" has more | write {unknown: {p5: a, p50: b, p95: c}} for three points
            1 < 2 < 3          | syntax       | 6 |  7 | comparisons cannot be chained             | compare twice: if(a < b, b < c, 0)
            $                  | syntax       | 0 |  1 | "$" stands without an amount              | write $3 or 3 USD
            3 km^99            | syntax       | 5 |  7 | a unit cannot have the power 99           | write a power such as 2
            ''                 | syntax       | 0 |  0 | there is no value here                    | write a value such as 8 ms
            if(1, 2)           | arguments    | 0 |  8 | if takes 3 arguments, not 2               | write if(condition, value, otherwise)
            mean(3 ms)         | arguments    | 0 | 10 | "mean(3 ms)" does not say what it is taken of | write mean(NAME), with the name of a varying value such as gateway.time
            """)
    void a_text_that_is_no_expression_has_one_fault(
            String text, String rule, int start, int end, String what, String mend) {
        List<Fault> faults = Parser.parse(text, SheetReader.UNITS).faults();
        assertThat(faults).hasSize(1);
        Fault fault = faults.getFirst();
        assertThat(fault.what()).isEqualTo(what);
        assertThat(fault.mend()).isEqualTo(mend);
        assertThat(fault.rule()).isEqualTo("quantity." + rule);
        assertThat(fault.span()).isEqualTo(new Span(start, end));
        assertThat(fault.why()).isNotBlank();
    }

    @Test
    void two_unknown_units_are_told_in_one_run() {
        assertThat(Parser.parse("4 dayz/usr * 3 sesion", SheetReader.UNITS).faults())
                .extracting(fault -> fault.span().of("4 dayz/usr * 3 sesion"))
                .containsExactly("dayz", "usr", "sesion");
    }

    @Test
    void nesting_without_end_is_a_fault_and_no_overflow() {
        for (String one : List.of("(", "-", "min(")) {
            assertThat(Parser.parse(one.repeat(500) + "1", SheetReader.UNITS).faults())
                    .extracting(Fault::what)
                    .containsExactly("this is nested more than 100 deep");
        }
        assertThat(Parser.parse("1" + " + 1".repeat(100_000), SheetReader.UNITS).faults())
                .extracting(Fault::what)
                .containsExactly("this formula has more than 2000 parts");
        assertThat(Parser.parse("2" + "^2".repeat(900), SheetReader.UNITS).faults())
                .extracting(Fault::what)
                .containsExactly("this is nested more than 100 deep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 3 / 0                  | not-finite     | "3 / 0" divides by zero                         | divide by something above zero
            a: 1 / (2 - 2)            | not-finite     | "1 / (2 - 2)" divides by zero                   | divide by something above zero
            a: 8 .. 4 ms              | range-order    | "8 .. 4 ms" runs downwards                      | write "4 .. 8 ms"
            a: 0 .. 0                 | range-zero     | "0 .. 0" is nothing at all                      | write 0 if it is none, or the range you mean
            a: 0 .. 5 ms              | range-zero     | "0 .. 5 ms" starts at zero                      | write a small lower end above zero, or {unknown: {uniform: [0 ms, 5 ms]}}
            a: sqt(4)                 | unknown-function | there is no function "sqt"                    | did you mean "sqrt"?
            a: sqrt(4, 5)             | arguments      | sqrt takes 1 argument, not 2                    | write sqrt(x)
            a: daily_user * 2         | unknown-name   | there is no "daily_user"                        | define it under assume:, or correct its spelling
            a: exp(3 ms)              | dimension      | "x" of exp is time where a plain number is due  | give a plain number
            a: ceil(3.2 ms)           | dimension      | "x" of ceil is time where a count is due        | give a plain number
            a: 2 ^ (3 ms)             | dimension      | the exponent "3 ms" is time                     | divide it by its unit
            a: if(3 ms, 1, 2)         | dimension      | the condition "3 ms" is time                    | compare it with something, as in 3 ms > 0
            a: if(1 < 2, 1 ms, 2 user) | dimension     | "if(1 < 2, 1 ms, 2 user)" is time or user       | multiply or divide one side by something in "s/user"
            a: max(1 ms, 2 user)      | dimension      | "max(1 ms, 2 user)" puts user beside time       | multiply or divide one side by something in "s/user"
            a: 1 req + 2 token        | dimension      | "1 req + 2 token" adds token to req             | multiply or divide one side by something in "req/token"
            a: 3 USD + 2 EUR          | dimension      | "3 USD + 2 EUR" adds EUR to USD                 | state the rate of exchange as an assumption, such as 0.9 EUR/USD, and multiply by it
            a: 4 - 8 ms               | dimension      | "4 - 8 ms" subtracts time from a plain number   | for a range write two dots: 4 .. 8 ms
            a: 4 ms .. 8              | dimension      | "4 ms .. 8" runs from time to a plain number    | give "8" a unit, such as "8 ms"
            a: 5 < 3 ms               | dimension      | "5 < 3 ms" compares a plain number with time    | give "5" a unit, such as "5 ms"
            a: a + 1                  | cycle          | "a" is defined by itself: a (line 1) → a (line 1) | give one of them a value that does not need the others
            """)
    void a_sheet_that_makes_no_sense_has_one_finding(String sheet, String rule, String what, String mend) {
        List<Finding> findings = Checker.check(SheetReader.sheet(sheet)).findings();
        assertThat(findings).hasSize(1);
        Fault fault = findings.getFirst().fault();
        assertThat(fault.what()).isEqualTo(what);
        assertThat(fault.mend()).isEqualTo(mend);
        assertThat(fault.rule()).isEqualTo("quantity." + rule);
    }
}
