package dev.plumbline.cli;

import dev.plumbline.workshop.Question;
import dev.plumbline.workshop.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/// Answers that somebody types, with the clock in the prompt, keys to edit with and earlier lines with the arrow keys.
final class TypedAnswers implements Answers, AutoCloseable {
    private static final List<String> WORDS = List.of("ok", Reply.UNKNOWN, Reply.SKIP, "back", "help", "quit");

    private final Terminal terminal;
    private final LineReader reader;
    private Supplier<Duration> clock = () -> Duration.ZERO;

    private TypedAnswers(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    static TypedAnswers of(Terminal terminal, Map<String, String> environment) {
        DefaultParser plain = new DefaultParser();
        plain.setEscapeChars(new char[0]);
        plain.setQuoteChars(new char[0]);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(plain)
                .completer((_, line, candidates) -> WORDS.stream()
                        .filter(word -> word.startsWith(line.line()))
                        .forEach(word -> candidates.add(new Candidate(word))))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        TypingTerminal.history(environment, "workshop-history")
                .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        return new TypedAnswers(terminal, builder.build());
    }

    /// Shows this clock in the prompt from now on.
    void beside(Supplier<Duration> running) {
        clock = running;
    }

    @Override
    public Optional<String> to(Question question) {
        Duration elapsed = clock.get();
        return line("%02d:%02d > ".formatted(elapsed.toMinutes(), elapsed.toSecondsPart()));
    }

    /// The next line. Ctrl-C drops a line that was begun, as in every shell; on an empty line it leaves, like Ctrl-D.
    Optional<String> line(String prompt) {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException interrupt) {
                if (interrupt.getPartialLine() == null
                        || interrupt.getPartialLine().isBlank()) {
                    return Optional.empty();
                }
            } catch (EndOfFileException _) {
                return Optional.empty();
            }
        }
    }

    @Override
    public boolean again() {
        return true;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
