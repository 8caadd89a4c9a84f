package dev.plumbline.review;

import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes in the unified format of POSIX `diff -u`.
final class UnifiedDiff {
    private static final int CONTEXT = 2;
    private static final String NO_END = "\\ No newline at end of file\n";

    /// Lines of a file that go and the lines that come for them.
    ///
    /// @param first the first line that goes, from 0
    /// @param last the line behind the last one that goes
    private record Block(int first, int last, List<String> lines) {}

    private UnifiedDiff() {}

    /// @param changes in order of files and offsets
    static String of(List<Change> changes) {
        Map<SourceFile, List<Change>> byFile = new LinkedHashMap<>();
        changes.forEach(each ->
                byFile.computeIfAbsent(each.file(), _ -> new ArrayList<>()).add(each));
        StringBuilder out = new StringBuilder();
        byFile.forEach((file, its) -> {
            out.append("--- a/%s\n+++ b/%s\n".formatted(file.name(), file.name()));
            hunks(lines(file.text()), blocks(file, its), out);
        });
        return out.toString();
    }

    /// Lines with their ends, so that joining them gives the text back.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static List<Block> blocks(SourceFile file, List<Change> changes) {
        List<String> old = lines(file.text());
        int[] starts = new int[old.size() + 1];
        for (int i = 0; i < old.size(); i++) {
            starts[i + 1] = starts[i] + old.get(i).length();
        }
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < changes.size()) {
            int first = lineOf(starts, changes.get(i).start());
            int last = lineOf(starts, changes.get(i).end()) + 1;
            List<Change> together = new ArrayList<>(List.of(changes.get(i++)));
            while (i < changes.size() && lineOf(starts, changes.get(i).start()) < last) {
                last = Math.max(last, lineOf(starts, changes.get(i).end()) + 1);
                together.add(changes.get(i++));
            }
            last = Math.min(last, old.size());
            String text = Patch.applied(file.text(), together, starts[first], starts[last]);
            blocks.add(trimmed(old, new Block(first, last, lines(text))));
        }
        return blocks;
    }

    private static int lineOf(int[] starts, int offset) {
        int line = 0;
        while (line + 1 < starts.length && starts[line + 1] <= offset) {
            line++;
        }
        return line;
    }

    /// Without the lines at both ends that stay as they are.
    private static Block trimmed(List<String> old, Block block) {
        int first = block.first();
        int last = block.last();
        List<String> lines = new ArrayList<>(block.lines());
        while (first < last && !lines.isEmpty() && old.get(first).equals(lines.getFirst())) {
            first++;
            lines.removeFirst();
        }
        while (first < last && !lines.isEmpty() && old.get(last - 1).equals(lines.getLast())) {
            last--;
            lines.removeLast();
        }
        return new Block(first, last, lines);
    }

    private static void hunks(List<String> old, List<Block> blocks, StringBuilder out) {
        int shift = 0;
        int i = 0;
        while (i < blocks.size()) {
            int from = Math.max(0, blocks.get(i).first() - CONTEXT);
            StringBuilder body = new StringBuilder();
            int at = from;
            int grown = 0;
            int to = at;
            do {
                Block block = blocks.get(i++);
                kept(old, at, block.first(), body);
                old.subList(block.first(), block.last()).forEach(line -> line('-', line, body));
                block.lines().forEach(line -> line('+', line, body));
                grown += block.lines().size() - (block.last() - block.first());
                at = block.last();
                to = Math.min(old.size(), at + CONTEXT);
            } while (i < blocks.size() && blocks.get(i).first() - CONTEXT <= to);
            kept(old, at, to, body);
            int count = to - from;
            int start = count == 0 ? from : from + 1;
            out.append("@@ -%d,%d +%d,%d @@\n".formatted(start, count, start + shift, count + grown))
                    .append(body);
            shift += grown;
        }
    }

    private static void kept(List<String> old, int from, int to, StringBuilder body) {
        old.subList(from, to).forEach(line -> line(' ', line, body));
    }

    private static void line(char mark, String line, StringBuilder body) {
        body.append(mark).append(line);
        if (!line.endsWith("\n")) {
            body.append('\n').append(NO_END);
        }
    }
}
