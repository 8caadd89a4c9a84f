package dev.plumbline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaseFileTest {
    private static final String HEADER = "id,quantity,inputs,expected value,unit,tolerance,source\n";

    private static CaseFile.Reading read(String rows) {
        return CaseFile.read("cases.csv", HEADER + rows);
    }

    @Test
    void aRowIsACase() {
        Case read = read("q,\"wait, mean\",A=10;N = 14;t=20,0.5,s,abs:0.1,\"says \"\"so\"\"\"\n")
                .cases()
                .getFirst();
        assertThat(read.quantity()).isEqualTo("wait, mean");
        assertThat(read.inputs().number("a")).hasValue(10);
        assertThat(read.inputs().find("n")).contains("14");
        assertThat(read.inputs().find("x", "t")).contains("20");
        assertThat(read.theirs()).isEqualTo(0.5);
        assertThat(read.tolerance()).isEqualTo(new Tolerance.Absolute(0.1));
        assertThat(read.source()).isEqualTo("says \"so\"");
        assertThat(read.place().address()).isEqualTo("cases.csv:2:1");
    }

    @Test
    void linesMayEndInCarriageReturnsAndTheLastNeedsNoEnd() {
        assertThat(read("a,b,c=1,1,s,in90,d\r\n\r\ne,f,g=1,2,s,rel:0,h").cases())
                .extracting(Case::id)
                .containsExactly("a", "e");
    }

    @Test
    void aQuotedCellMayHoldALineBreak() {
        assertThat(read("a,\"b\nc\",d=1,1,s,in90,e\n").cases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,c=1,x,s,rel:0.1,d | \"x\" is no number",
                "a,b,c=1,NaN,s,rel:0.1,d | \"NaN\" is no number",
                "a,b,c=1,1,s,close,d | \"close\" is no tolerance",
                "a,b,c=1,1,s,rel:-1,d | \"rel:-1\" is no tolerance",
                "a,b,c=1,1,s,rel:0.1 | this row has 6 columns",
            })
    void aRowAtFaultIsToldAndLeftOut(String row, String what) {
        CaseFile.Reading reading = read("ok,b,c=1,1,s,in90,d\n" + row + "\n");
        assertThat(reading.cases()).hasSize(1);
        Diagnostic fault = reading.findings().all().getFirst();
        assertThat(fault.what()).isEqualTo(what);
        assertThat(fault.rule()).isEqualTo("validation.case");
        assertThat(fault.place().line()).isEqualTo(3);
        assertThat(List.of(fault.why(), fault.mend())).noneMatch(String::isBlank);
    }

    @Test
    void anIdThatOccursTwiceIsTold() {
        assertThat(read("a,b,c=1,1,s,in90,d\na,b,c=1,1,s,in90,d\n").findings().all())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "rel:0.1, 1.1, true",
        "rel:0.1, 1.11, false",
        "rel:0, 1, true",
        "abs:0.03, 1.03, true",
        "abs:0.03, 1.031, false",
        "factor:3, 3, true",
        "factor:3, 0.3, false",
        "in90, 1.4, true",
        "in90, 9, false"
    })
    void aToleranceHoldsOrNot(String tolerance, double ours, boolean holds) {
        Computed computed = new Computed(ours, ours * 0.7, ours * 1.3, "", "");
        assertThat(Tolerance.of(tolerance).orElseThrow().holds(computed, 1)).isEqualTo(holds);
        assertThat(Tolerance.of(tolerance).orElseThrow().text()).isEqualTo(tolerance);
    }

    @Test
    void theTallyCountsWhatWasComputed() {
        List<Case> cases =
                read("a,b,c=1,1,s,rel:0.1,d\nb,b,c=1,9,s,rel:0.1,d\nc,b,c=1,1,s,in90,d\nd,x,c=1,1,s,in90,d\n")
                        .cases();
        Validation validation = Validation.of(
                cases,
                List.of(given -> given.quantity().equals("b")
                        ? new Outcome.Ours(new Computed(1, 0.5, 2, "test", "1"))
                        : new Outcome.Strange()));
        assertThat(validation.computed()).isEqualTo(3);
        assertThat(validation.inside()).isEqualTo(2.0 / 3);
        assertThat(validation.intervals().computed()).isEqualTo(1);
        assertThat(validation.count(Comparison.Verdict.NOT_COMPUTED)).isEqualTo(1);
    }
}
