package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class JunitReportTest {
    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void eachRequirementIsATestCaseThatFailsWhenMissedAndIsSkippedWithoutEvidence() throws Exception {
        Document document = parsed(JunitReport.of(Samples.feedRanking()));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        var suite = document.getElementsByTagName("testsuite").item(0).getAttributes();
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("5");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        assertThat(suite.getNamedItem("skipped").getNodeValue()).isEqualTo("2");
    }

    @Test
    void aFailureSaysWhatWasReadAndWhatIsDue() throws Exception {
        var failure = parsed(JunitReport.of(Samples.feedRanking()))
                .getElementsByTagName("failure")
                .item(0);
        assertThat(failure.getAttributes().getNamedItem("message").getNodeValue())
                .isEqualTo("p99 latency of rank at peak: 184 ms (131 … 260), must be <= 120 ms, chance 4 %");
        assertThat(failure.getTextContent()).startsWith("ranker is 91 % busy");
    }

    @Test
    void anErrorFailsInASuiteOfItsOwn() throws Exception {
        var error = new Diagnostic(
                Severity.ERROR,
                "yaml.tab",
                Samples.at(3, 1, "\tx", 1),
                "a tab \u0001 <here>",
                "why & so",
                "use \"spaces\"");
        Document document = parsed(JunitReport.of(new Refusal("design.yaml", List.of(error, Samples.finding()))));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("why: why & so\nfix: use \"spaces\"");
    }
}
