package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageReferenceTest {
    static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DesignSchema.written(), InputFormat.JSON);
    }

    private static List<Error> faults(String json) {
        return schema().validate(json, InputFormat.JSON);
    }

    @Test
    void theCommittedSchemaIsTheOneTheCodeWrites() throws IOException {
        Golden.hold("schema/design.schema.json", DesignSchema.written());
    }

    @Test
    void theReferencePageIsTheOneTheCodeWrites() throws IOException {
        Golden.hold("docs/reference/language.md", LanguagePage.written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'design': 'd'}",
                "{'design': 'd', 'x-mine': {'anything': 1}}",
                "{'design': 'd', 'assume': {'a': '4 .. 8 ms', 'b': 3, 'c': {'value': 1, 'source': 's'}}}",
                "{'design': 'd', 'assume': {'a': {'unknown': {'uniform': [2, 9]}}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'service', 'time': {'p50': '1 ms', 'p99.9': '4 ms'}}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'service', 'time': {'mix': [{'share': '5 %', 'of': 1}]}}}}",
                "{'design': 'd', 'paths': {'p': ['c', {'all': ['c', {'when': '2 %', 'do': ['c']}]}]}}"
            })
    void theSchemaTakesWhatTheLanguageTakes(String json) {
        assertThat(faults(json.replace('\'', '"'))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'design': 'd', 'componets': {}}",
                "{'design': 'd', 'components': {'c': {}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'servce'}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'service', 'replica': 3}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'service', 'time': {'p50': '1 ms'}}}}",
                "{'design': 'd', 'components': {'c': {'kind': 'service', 'replicas': {'p50': 1, 'p99': 2}}}}",
                "{'design': 'd', 'paths': {'p': [{'all': [{'cal': 'c'}]}]}}",
                "{'design': 'd', 'paths': {'p': 'c'}}"
            })
    void theSchemaRefusesWhatTheLanguageRefuses(String json) {
        assertThat(faults(json.replace('\'', '"'))).isNotEmpty();
    }
}
