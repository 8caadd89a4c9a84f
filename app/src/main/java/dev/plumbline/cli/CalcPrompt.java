package dev.plumbline.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/// A prompt at a terminal: keys to edit with, lines from before with the arrow keys and from earlier days, and words
/// that complete themselves with the tabulator.
final class CalcPrompt implements AutoCloseable {
    private static final String PROMPT = "> ";

    /// What arrow keys send to programs that did not ask for another mode. Some terminals, and programs that type for
    /// a person, send it whatever they were asked for.
    private static final Map<String, String> ARROWS = Map.of(
            "\033[A", LineReader.UP_LINE_OR_HISTORY,
            "\033[B", LineReader.DOWN_LINE_OR_HISTORY,
            "\033[C", LineReader.FORWARD_CHAR,
            "\033[D", LineReader.BACKWARD_CHAR);

    private final Terminal terminal;
    private final LineReader reader;

    private CalcPrompt(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /// The prompt of this process's terminal.
    static CalcPrompt of(CalcLines lines, Map<String, String> environment) throws IOException {
        return of(TypingTerminal.ofThisProcess(), lines, environment);
    }

    static CalcPrompt of(Terminal terminal, CalcLines lines, Map<String, String> environment) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new Words())
                .completer((_, line, candidates) -> new CalcWords(lines.calculator())
                        .beginning(line.word().substring(0, line.wordCursor()))
                        .forEach(word -> candidates.add(candidate(word))))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        TypingTerminal.history(environment, "calc-history")
                .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        LineReader reader = builder.build();
        ARROWS.forEach((keys, widget) -> Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
                .ifPresent(map -> map.bind(new Reference(widget), keys)));
        return new CalcPrompt(terminal, reader);
    }

    /// No blank follows what goes on: a path after its dot, a function after its parenthesis.
    private static Candidate candidate(String word) {
        boolean whole = !word.endsWith(".") && !word.endsWith("(");
        return new Candidate(word, word, null, null, null, null, whole);
    }

    /// The next line; empty when the person leaves.
    Optional<String> line() {
        while (true) {
            try {
                String line = reader.readLine(PROMPT);
                return line.strip().matches("quit|exit") ? Optional.empty() : Optional.of(line);
            } catch (UserInterruptException _) {
                // Ctrl-C drops the line that was begun, as in every shell.
            } catch (EndOfFileException _) {
                return Optional.empty();
            }
        }
    }

    void say(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /// Words are names with their dots; nothing is quoted or escaped.
    private static final class Words extends DefaultParser {
        Words() {
            setEscapeChars(new char[0]);
            setQuoteChars(new char[0]);
        }

        @Override
        public boolean isDelimiterChar(CharSequence buffer, int at) {
            char c = buffer.charAt(at);
            return !Character.isLetterOrDigit(c) && c != '_' && c != '.' && c != '%';
        }
    }
}
