package dev.plumbline.source;

import dev.plumbline.diagnostic.Diagnostics;
import java.util.List;

/// A design's main file and all it includes.
///
/// @param documents the main file first, then each included file once, in the order of the `include:` keys, depth first
/// @param findings all that is wrong with them as YAML or as includes
public record Bundle(List<Document> documents, Diagnostics findings) {
    public Bundle {
        documents = List.copyOf(documents);
    }

    public Document main() {
        return documents.getFirst();
    }

    /// The files that `main` includes, directly or not.
    public List<Document> included() {
        return documents.subList(1, documents.size());
    }
}
