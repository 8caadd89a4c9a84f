package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Turns the YAML library's errors, which speak of tokens, into messages about what was typed.
///
/// The library stops at its first error, and often far behind the slip that caused it: an open quote is found at the
/// next quote. So the slip is looked for, from the likeliest to the least, before the library's own place is taken.
final class SyntaxFault {
    private static final String RULE = "yaml.syntax";
    static final Pattern NO_SPACE = Pattern.compile("^\\s*(?:- +)?([A-Za-z_][\\w.-]*):([^\\s:/].*)$");
    private static final Pattern SECOND_COLON = Pattern.compile("^\\s*(?:- +)?[\\w.-]+: +([^\"'{\\[|>#].*: .*)$");
    private static final Pattern KEY_LINE = Pattern.compile("^\\s*(?:- +)?[\\w.-]+:(?: .*)?$");
    private static final Pattern FOUND = Pattern.compile("found '?<?([^'>]*)>?'?.*");

    private final SourceFile file;
    private final Problems problems;
    private final String problem;
    private final String context;
    private final int at;
    private final int from;
    private final int line;

    private SyntaxFault(MarkedYamlEngineException error, Events events, Problems problems) {
        this.file = events.file();
        this.problems = problems;
        this.problem = Optional.ofNullable(error.getProblem()).orElse("");
        this.context = Optional.ofNullable(error.getContext()).orElse("");
        this.at = error.getProblemMark().map(events::offset).orElse(0);
        this.from = error.getContextMark().map(events::offset).orElse(at);
        this.line = file.lineOf(at);
    }

    /// Reports an error of the library, and the tabs that may have caused it.
    ///
    /// @param quoted the quoted and block scalars read before the error
    /// @param brackets where the flow collections that were open at the error begin, outermost first
    static void report(
            YamlEngineException error, Events events, List<Span> quoted, Deque<Integer> brackets, Problems problems) {
        SourceFile file = events.file();
        int tab = Characters.tabs(file, quoted, problems);
        if (!(error instanceof MarkedYamlEngineException marked)) {
            problems.error(
                    RULE,
                    file.place(0, 0),
                    "this is not YAML: "
                            + firstLine(Optional.ofNullable(error.getMessage()).orElse("")),
                    "the file could not be read",
                    "compare it with a design in \"examples\"");
            return;
        }
        SyntaxFault fault = new SyntaxFault(marked, events, problems);
        if (tab <= fault.line) {
            return;
        }
        boolean said =
                fault.unclosedQuote(quoted) || fault.unclosedBracket(brackets) || fault.characters() || fault.lines();
        if (!said) {
            fault.plainly();
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private void say(String rule, int start, int end, String what, String why, String mend) {
        problems.error(rule, file.place(start, end), what, why, mend);
    }

    private boolean unclosedQuote(List<Span> quoted) {
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            sayUnclosedQuote(from);
            return true;
        }
        // An open quote is closed by the next one, lines further down, and the error is found behind that.
        Optional<Span> last = quoted.isEmpty() ? Optional.empty() : Optional.of(quoted.getLast());
        Optional<Span> suspect = last.filter(span -> "\"'".indexOf(file.text().charAt(span.start())) >= 0)
                .filter(span -> swallowsKey(span));
        suspect.ifPresent(span -> sayUnclosedQuote(span.start()));
        return suspect.isPresent();
    }

    private boolean swallowsKey(Span span) {
        int first = file.lineOf(span.start());
        for (int next = first + 1; next <= file.lineOf(span.end()); next++) {
            if (KEY_LINE.matcher(file.lines().get(next - 1)).matches()) {
                return true;
            }
        }
        return false;
    }

    private void sayUnclosedQuote(int quote) {
        say(
                "yaml.unclosed",
                quote,
                quote + 1,
                "the quote opened here is not closed",
                "everything behind it was read as part of the text",
                "close it with %s at the end of the value".formatted(file.text().charAt(quote)));
    }

    private boolean unclosedBracket(Deque<Integer> brackets) {
        if (brackets.isEmpty() || !context.contains("flow")) {
            return false;
        }
        Brackets.Fault fault = Brackets.check(file.text(), brackets.getFirst());
        int inner = brackets.getLast();
        char open = file.text().charAt(inner);
        switch (fault) {
            case Brackets.Closed _ -> {
                if (problem.contains("expected ',' or")) {
                    boolean colon = character(at).equals(":");
                    int start = colon ? startOfWord(at) : at;
                    say(
                            RULE,
                            start,
                            colon ? at : at + 1,
                            "a comma or \"%s\" is missing in front of this".formatted(Brackets.closing(open)),
                            "the entries of the \"%s\" opened on line %d are told apart by commas"
                                    .formatted(open, file.lineOf(inner)),
                            "write a comma between the two, or put quotes around the value if they are one");
                    return true;
                }
                return false;
            }
            case Brackets.Open(int opened) ->
                say(
                        "yaml.unclosed",
                        opened,
                        opened + 1,
                        "the \"%s\" opened here is not closed"
                                .formatted(file.text().charAt(opened)),
                        "everything behind it was read as part of it",
                        "close it with \"%s\""
                                .formatted(Brackets.closing(file.text().charAt(opened))));
            case Brackets.Crossed(int opened, int closed) ->
                say(
                        "yaml.unclosed",
                        closed,
                        closed + 1,
                        "\"%s\" closes a \"%s\""
                                .formatted(
                                        file.text().charAt(closed), file.text().charAt(opened)),
                        "the \"%s\" was opened on line %d and is still open here"
                                .formatted(file.text().charAt(opened), file.lineOf(opened)),
                        "write \"%s\"".formatted(Brackets.closing(file.text().charAt(opened))));
        }
        return true;
    }

    private int startOfWord(int end) {
        int start = end;
        while (start > 0 && !Character.isWhitespace(file.text().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Errors that hang on one character.
    private boolean characters() {
        if (character(at).equals("\t")) {
            say(
                    "yaml.tab",
                    at,
                    at + 1,
                    "a tab stands where a key or a value begins",
                    "YAML allows only spaces there, since editors disagree on how wide a tab is",
                    "use spaces");
            return true;
        }
        if (problem.contains("cannot start any token")
                || problem.contains("expected alphabetic or numeric")
                || problem.startsWith("unexpected character found")) {
            int start = context.contains("anchor") || context.contains("alias") ? from : at;
            say(
                    "yaml.quote",
                    start,
                    start + 1,
                    "a value cannot begin with \"%s\"".formatted(character(start)),
                    "YAML keeps that character for itself",
                    "put quotes around the value");
        } else if (context.contains("block scalar")) {
            say(
                    "yaml.quote",
                    from,
                    at + 1,
                    "a value cannot begin with \"%s\"".formatted(character(from)),
                    "YAML takes \"|\" and \">\" there for the start of a text of several lines",
                    "put quotes around the value, or name what is compared in front of it");
        } else if (problem.contains("escape character") || problem.contains("escape sequence")) {
            int slash = file.text().lastIndexOf('\\', at);
            say(
                    "yaml.escape",
                    Math.max(0, slash),
                    slash + 2,
                    "\"%s\" is not an escape"
                            .formatted(file.text()
                                    .substring(
                                            Math.max(0, slash),
                                            Math.min(slash + 2, file.text().length()))),
                    "inside double quotes a backslash begins one, such as \\n",
                    "write two backslashes, or use single quotes");
        } else {
            return false;
        }
        return true;
    }

    private String character(int offset) {
        return offset < file.text().length() ? Character.toString(file.text().codePointAt(offset)) : "";
    }

    /// Errors that show in how a line is built.
    private boolean lines() {
        if (problem.contains("sequence entries are not allowed")) {
            say(
                    RULE,
                    at,
                    at + 1,
                    "a list cannot begin here",
                    "\"- \" begins an item on a line of its own",
                    "write the items on lines of their own, or as [one, two]");
            return true;
        }
        if (missingSpace(line)
                || missingSpace(file.lineOf(from))
                || (line > 1 && problem.contains("mapping values") && missingSpace(line - 1))) {
            return true;
        }
        String text = file.lines().get(line - 1);
        Matcher second = SECOND_COLON.matcher(text);
        if (problem.contains("mapping values are not allowed") && second.matches()) {
            int start = file.startOf(line) + second.start(1);
            say(
                    "yaml.quote",
                    at,
                    at + 1,
                    "a second colon stands in this value",
                    "a colon and a space end a key, so YAML looks for a mapping here",
                    "put quotes around the value: \"%s\""
                            .formatted(file.text()
                                    .substring(start, file.startOf(line) + second.end(1))
                                    .strip()));
            return true;
        }
        return behindQuote(text) || indentation();
    }

    private boolean missingSpace(int number) {
        Matcher glued = NO_SPACE.matcher(file.lines().get(number - 1));
        if (!glued.matches()) {
            return false;
        }
        int start = file.startOf(number);
        String glue = glued.group(1) + ":" + glued.group(2).strip();
        sayNoSpace(file.place(start + glued.start(1), start + glued.start(2)), glue, problems);
        return true;
    }

    /// Says that `glue` is a key and a value with no space between.
    static void sayNoSpace(Place place, String glue, Problems problems) {
        int colon = glue.indexOf(':');
        problems.error(
                "yaml.colon",
                place,
                "\"%s\" has no space behind its colon".formatted(glue),
                "without it YAML takes the whole for one word, not for a key and its value",
                "write \"%s: %s\"".formatted(glue.substring(0, colon), glue.substring(colon + 1)));
    }

    private boolean behindQuote(String text) {
        int column = at - file.startOf(line);
        String before = text.substring(0, Math.min(column, text.length())).stripTrailing();
        if (!problem.contains("expected <block end>") || !(before.endsWith("\"") || before.endsWith("'"))) {
            return false;
        }
        say(
                "yaml.quote",
                at,
                file.startOf(line) + text.stripTrailing().length(),
                "the value goes on behind its closing quote",
                "a value is either quoted as a whole or not at all",
                before.endsWith("'")
                        ? "put the whole in double quotes, or write '' for an apostrophe inside single ones"
                        : "put the whole in single quotes, or write \\\" for a quote inside double ones");
        return true;
    }

    private boolean indentation() {
        if (problem.contains("expected <block end>") && "]}".contains(character(at))) {
            say(
                    "yaml.unclosed",
                    at,
                    at + 1,
                    "\"%s\" closes nothing".formatted(character(at)),
                    "no bracket of its kind is open here",
                    "delete it, or write the bracket that opens");
            return true;
        }
        boolean misplaced = problem.contains("expected <block end>")
                || problem.contains("mapping values")
                || problem.contains("mapping keys");
        boolean first = file.text().substring(file.startOf(line), at).isBlank() || problem.contains("mapping values");
        if (!misplaced
                || !first
                || !KEY_LINE.matcher(file.lines().get(line - 1)).matches()) {
            return false;
        }
        String text = file.lines().get(line - 1);
        int start = file.startOf(line) + (text.length() - text.stripLeading().length());
        say(
                "yaml.indentation",
                start,
                file.startOf(line) + text.stripTrailing().length(),
                "this line is indented by %d, which fits none of the lines above".formatted(start - file.startOf(line)),
                "the keys of one mapping begin in the same column, and those inside it further right",
                "indent it as its neighbours, with two spaces for each level");
        return true;
    }

    /// What the library says, in words that do not need its source.
    private void plainly() {
        int end =
                file.startOf(line) + file.lines().get(line - 1).stripTrailing().length();
        if (problem.contains("could not find expected ':'")) {
            int first = file.lineOf(from);
            int last = file.startOf(first)
                    + file.lines().get(first - 1).stripTrailing().length();
            say(
                    RULE,
                    from,
                    last,
                    "\"%s\" is neither a key nor a value".formatted(file.text().substring(from, Math.max(from, last))),
                    "each line of a mapping is \"key: value\", with a space behind the colon",
                    "write \": \" between key and value, or indent the line if it goes on with the one above");
            return;
        }
        Matcher found = FOUND.matcher(problem);
        String what = found.find() ? "YAML does not expect %s here".formatted(token(found.group(1))) : problem;
        say(
                RULE,
                at,
                Math.max(at + 1, end),
                what.isEmpty() ? "this is not YAML" : what,
                context.isEmpty() ? "the rest of the file could not be read" : "it was met " + context,
                "check the brackets, quotes and indentation here and on the line above");
    }

    private static String token(String name) {
        return switch (name) {
            case "block mapping start" -> "a key";
            case "block sequence start", "-" -> "a list";
            case "scalar" -> "a text";
            case "stream end" -> "the end of the file";
            case "block end" -> "the end of a mapping";
            default -> "\"" + name + "\"";
        };
    }
}
