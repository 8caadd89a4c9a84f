package dev.plumbline.source;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Problems;
import java.util.Optional;
import java.util.function.Consumer;

/// One file that was read.
///
/// @param file its text
/// @param root its top mapping; empty if the file holds none or could not be read to its end
/// @param findings what is wrong with it as YAML; errors may stand beside a root, which then is what could be read
public record Document(SourceFile file, Optional<Node.Mapping> root, Diagnostics findings) {
    static Document unreadable(SourceFile file, Consumer<Problems> fault) {
        Problems problems = new Problems();
        fault.accept(problems);
        return new Document(file, Optional.empty(), problems.collected());
    }
}
