package dev.plumbline.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers as lines of text, `question: answer`; what a workshop keeps of itself, and what it can be run from.
///
/// A line is appended for each answer and never changed, so that a process that is killed while it writes loses at most
/// the line it was writing. A later answer to a question takes the place of an earlier one.
public final class Journal {
    /// How the question of each kind is called for which a file has no line: `otherwise: ok`.
    public static final String OTHERWISE = "otherwise";

    /// The kind that the workshop started from.
    public static final String KIND = "kind";

    /// Seconds that the workshop took so far.
    public static final String CLOCK = "clock";

    /// That it is a practice.
    public static final String PRACTICE = "practice";

    /// The names of lines that are no answers.
    public static final Set<String> SETTINGS = Set.of(KIND, CLOCK, PRACTICE, OTHERWISE);

    private static final Pattern ENTRY = Pattern.compile("([a-z][\\w-]*):\\s*(.*)");

    private Journal() {}

    /// One line.
    ///
    /// @param question its name; empty where the line is an answer to whatever is asked
    public record Entry(Optional<String> question, String answer) {
        /// The line, ended by a line feed.
        public String line() {
            return question.map(name -> name + ": ").orElse("") + answer + "\n";
        }
    }

    /// An entry for a question.
    public static Entry entry(String question, String answer) {
        return new Entry(Optional.of(question), answer);
    }

    /// The entries of a text; empty lines and comments are left out.
    public static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                Matcher found = ENTRY.matcher(line);
                entries.add(
                        found.matches()
                                ? entry(found.group(1), found.group(2).strip())
                                : new Entry(Optional.empty(), line));
            }
        }
        return entries;
    }

    /// The entries of what was kept, without a last line that was not written to its end.
    public static List<Entry> kept(String text) {
        return read(text.substring(0, text.lastIndexOf('\n') + 1));
    }
}
