package dev.plumbline.diagnostic;

/// A stretch of one line of a file, which a message can show and underline.
///
/// @param file the file's name as the user gave it
/// @param line the line, from 1
/// @param column the first character, from 1, counted in code points
/// @param text the whole line, without its end
/// @param width the number of code points underlined, at least 1
public record Place(String file, int line, int column, String text, int width) implements Comparable<Place> {
    public Place {
        if (line < 1 || column < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A place (%s:%d:%d, width %d) counts from 1.".formatted(file, line, column, width));
        }
    }

    /// `file:line:column`, as editors and terminals read it.
    public String address() {
        return file + ":" + line + ":" + column;
    }

    /// File order: by file, then line, then column.
    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
