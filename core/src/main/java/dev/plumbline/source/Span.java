package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;

/// A stretch of a file's text, by offset, so that it can be shown and later replaced.
///
/// @param start the offset of the first `char`
/// @param end the offset behind the last; equal to `start` where a value is missing
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("The span (%d..%d) must lie in the file (0..%d)."
                    .formatted(start, end, file.text().length()));
        }
    }

    public Place place() {
        return file.place(start, end);
    }

    /// What stands there, quotes and all.
    public String raw() {
        return file.text().substring(start, end);
    }

    /// From where this starts to where `last` ends; both are of one file.
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }
}
