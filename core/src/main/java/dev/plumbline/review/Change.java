package dev.plumbline.review;

import dev.plumbline.source.SourceFile;

/// New text for a stretch of a file.
///
/// @param start the offset of the first `char` that goes
/// @param end the offset behind the last; equal to `start` where nothing goes
/// @param text what comes instead
record Change(SourceFile file, int start, int end, String text) {
    Change {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("The change (%d..%d) must lie in the file (0..%d)."
                    .formatted(start, end, file.text().length()));
        }
    }

    /// Whether both change the same text, so that they cannot be made together. Two insertions at one point can.
    boolean clashes(Change other) {
        return file.equals(other.file) && start < other.end && other.start < end;
    }
}
