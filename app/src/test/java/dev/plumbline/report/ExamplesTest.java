package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class ExamplesTest {
    static Stream<Path> designs() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.root().resolve("examples"))) {
            return folders
                    .map(folder -> folder.resolve("design.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyExampleKeepsTheSchemaAndNamesIt(Path design) throws IOException {
        assertThat(Files.readString(design))
                .startsWith("# yaml-language-server: $schema=../../schema/design.schema.json\n");
        Document document = YamlReader.read("design.yaml", Files.readAllBytes(design));
        String json = Json.written(json(document.root().orElseThrow()));
        assertThat(LanguageReferenceTest.schema().validate(json, InputFormat.JSON))
                .isEmpty();
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> {
                ObjectNode object = Json.object();
                mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
                yield object;
            }
            case Node.Sequence sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.Scalar scalar ->
                switch (scalar.kind()) {
                    case STRING -> JsonNodeFactory.instance.stringNode(scalar.text());
                    case INT, FLOAT -> JsonNodeFactory.instance.numberNode(new BigDecimal(scalar.text()));
                    case BOOL ->
                        JsonNodeFactory.instance.booleanNode(scalar.text().equals("true"));
                    case NULL -> JsonNodeFactory.instance.nullNode();
                };
        };
    }
}
