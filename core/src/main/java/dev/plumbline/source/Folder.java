package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;

/// The files a design may be read from. The doors pass one in, so that reading can be tested and run without a disk.
@FunctionalInterface
public interface Folder {
    /// Opens the file at `path`, which is relative, uses `/` and never holds `..`.
    ///
    /// Whoever opens files of a disk also holds the line against symbolic links that lead out of the folder:
    /// compare the real paths and throw.
    ///
    /// @throws java.nio.file.NoSuchFileException if there is none
    /// @throws IOException if it may not or cannot be read; the message is shown as the reason
    InputStream open(String path) throws IOException;
}
