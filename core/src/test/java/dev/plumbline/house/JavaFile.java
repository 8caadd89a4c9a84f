package dev.plumbline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// What the house's rules ask about a Java source file, as the compiler's parser reads it.
///
/// @param path     the file
/// @param types    the names of the types it declares
/// @param methods  its methods and constructors
/// @param strings  its string literals
record JavaFile(String path, List<Named> types, List<Method> methods, List<Named> strings) {
    /// Something with a name, or a text, and its line.
    record Named(String name, int line) {}

    /// @param lines from the first line of the signature to the closing brace
    record Method(String name, int line, int lines) {}

    /// Parses every Java file of the tree.
    static List<JavaFile> in(Tree tree) {
        List<JavaFileObject> files = new ArrayList<>();
        tree.ending(".java").texts().forEach((path, text) -> files.add(new Text(path, text)));
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            List<JavaFile> read = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                read.add(read(unit, positions));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether tests are what it holds.
    boolean isTest() {
        return path.contains("src/test/");
    }

    Stream<String> simpleNames() {
        return types.stream().map(Named::name);
    }

    private static JavaFile read(CompilationUnitTree unit, SourcePositions positions) {
        List<Named> types = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        List<Named> strings = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                if (!type.getSimpleName().isEmpty()) {
                    types.add(new Named(type.getSimpleName().toString(), line(type)));
                }
                return super.visitClass(type, null);
            }

            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                int last = (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                methods.add(new Method(method.getName().toString(), line(method), last - line(method) + 1));
                return super.visitMethod(method, null);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof String text) {
                    strings.add(new Named(text, line(literal)));
                }
                return super.visitLiteral(literal, null);
            }

            private int line(com.sun.source.tree.Tree tree) {
                return (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            }
        }.scan(unit, null);
        String path = unit.getSourceFile().toUri().getPath().substring(1);
        return new JavaFile(path, types, methods, strings);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        private Text(String path, String text) {
            super(URI.create("text:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
