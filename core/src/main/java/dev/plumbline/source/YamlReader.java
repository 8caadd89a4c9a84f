package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads one YAML 1.2 file into a tree with places.
///
/// Never throws for what a user wrote: whatever is wrong becomes a finding, and what could be read is kept, so that
/// faults of meaning are reported in the same run. Linear in the size of the file, which is at most 1 MiB.
public final class YamlReader {
    /// The most bytes a file may have.
    public static final int MOST_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String NOT_TEXT = "yaml.not-text";

    private YamlReader() {}

    /// Reads the bytes of a file called `name`.
    public static Document read(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Document.unreadable(new SourceFile(name, ""), problems -> tooLarge(name, problems));
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Document.unreadable(
                    new SourceFile(name, ""),
                    problems -> problems.error(
                            NOT_TEXT,
                            new Place(name, 1, 1, "", 1),
                            "the file is saved as UTF-16",
                            "a design is UTF-8 text, so that every editor and tool reads the same characters",
                            "save it as UTF-8"));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String decoded = chars.flip().toString();
        if (result.isError()) {
            int bad = decoded.getBytes(StandardCharsets.UTF_8).length;
            boolean binary = hasZero(bytes);
            SourceFile file = new SourceFile(name, binary ? "" : decoded);
            return Document.unreadable(
                    file, problems -> notUtf8(file, binary ? -1 : Byte.toUnsignedInt(bytes[bad]), problems));
        }
        return read(name, decoded);
    }

    /// Reads a text that is known as `name`.
    public static Document read(String name, String text) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        SourceFile file = new SourceFile(name, marked ? text.substring(1) : text);
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Document.unreadable(new SourceFile(name, ""), problems -> tooLarge(name, problems));
        }
        Problems problems = new Problems();
        if (Characters.check(file, problems)) {
            Optional<Node> top = TreeBuilder.read(file, problems);
            return new Document(file, TopLevel.mapping(file, top, problems), problems.collected());
        }
        return new Document(file, Optional.empty(), problems.collected());
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && Byte.toUnsignedInt(bytes[0]) == first && Byte.toUnsignedInt(bytes[1]) == second;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static void tooLarge(String name, Problems problems) {
        problems.error(
                "yaml.too-large",
                new Place(name, 1, 1, "", 1),
                "the file is larger than 1 MiB",
                "a design is written and reviewed by people; data that large belongs in a file it measures from",
                "split it with \"include:\", or move tables to a file and name it with \"measured:\"");
    }

    private static void notUtf8(SourceFile file, int bad, Problems problems) {
        if (bad < 0) {
            Characters.binary(file, problems);
            return;
        }
        int end = file.text().length();
        problems.error(
                NOT_TEXT,
                file.place(end, end),
                "byte 0x%02X is not UTF-8".formatted(bad),
                "a design is UTF-8 text; this file was saved in another encoding, such as Latin-1",
                "save it as UTF-8");
    }
}
