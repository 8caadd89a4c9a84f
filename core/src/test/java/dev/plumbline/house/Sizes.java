package dev.plumbline.house;

import java.util.Map;
import java.util.stream.Stream;

/// How long files, lines and methods may be. Lines of tests are left to the formatter, which leaves whole what a
/// program is expected to print.
final class Sizes {
    static final int FILE = 500;
    static final int LINE = 120;
    static final int METHOD = 60;

    /// Methods that are longer, each with its reason.
    private static final Map<String, String> LONG = Map.of(
            "Engine.java run", "an interpreter's loop over its instructions, which is one thing and fast as one",
            "HandWritten.java eventLoop", "the loop we compare with, written as one on purpose");

    private Sizes() {}

    static Stream<String> faults(Tree tree) {
        Tree code = tree.only(path -> path.endsWith(".java") || path.equals("plumbline") || path.equals("check-all"));
        return Stream.of(files(code), lines(code.only(path -> !path.contains("src/test/"))), methods(code))
                .flatMap(faults -> faults);
    }

    private static Stream<String> files(Tree code) {
        return code.texts().entrySet().stream()
                .filter(file -> file.getValue().lines().count() > FILE)
                .map(file -> "%s: %d lines; %d is the limit"
                        .formatted(file.getKey(), file.getValue().lines().count(), FILE));
    }

    private static Stream<String> lines(Tree code) {
        return code.lines((_, line) -> {
            long length = line.codePoints().count();
            return length > LINE
                    ? Stream.of("a line of %d characters; %d is the limit".formatted(length, LINE))
                    : Stream.of();
        });
    }

    private static Stream<String> methods(Tree code) {
        return JavaFile.in(code).stream()
                .flatMap(file -> file.methods().stream()
                        .filter(method -> method.lines() > METHOD && !LONG.containsKey(known(file, method)))
                        .map(method -> "%s:%d: method \"%s\" has %d lines; %d is the limit"
                                .formatted(file.path(), method.line(), method.name(), method.lines(), METHOD)));
    }

    private static String known(JavaFile file, JavaFile.Method method) {
        return file.path().substring(file.path().lastIndexOf('/') + 1) + " " + method.name();
    }
}
