package dev.plumbline.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as this product writes it: two spaces, line feeds, keys in a fixed order, plain decimals.
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    /// The number with six digits; `null` where it is not finite, since JSON has no infinity.
    static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(Numbers.stable(value)) : NODES.nullNode();
    }

    /// The number as it is written in decimal.
    static JsonNode exact(String decimal) {
        return NODES.numberNode(new BigDecimal(decimal));
    }

    /// What is not known.
    static JsonNode nothing() {
        return NODES.nullNode();
    }

    static JsonNode text(Optional<String> text) {
        return text.map(words -> (JsonNode) NODES.stringNode(words)).orElseGet(NODES::nullNode);
    }

    /// The document, ended by a line feed.
    static String written(JsonNode node) {
        return writer().writeValueAsString(node) + "\n";
    }

    /// A list that is written node by node; closing it ends the list and leaves the stream open.
    static SequenceWriter list(OutputStream out) {
        return writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(out);
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(indenter)
                .withObjectIndenter(indenter);
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return mapper.writer().with(printer);
    }
}
