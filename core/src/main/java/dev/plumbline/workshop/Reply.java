package dev.plumbline.workshop;

import java.util.Locale;

/// What was answered to a question.
public sealed interface Reply {
    /// The words by which somebody says that they do not know.
    String UNKNOWN = "don't know";

    /// What stands before a requirement that is not agreed.
    String PROPOSED = "proposed ";

    /// The word by which a question is passed over.
    String SKIP = "skip";

    /// @param text one line, without blanks around it
    record Given(String text) implements Reply {
        public Given {
            if (text.isBlank() || text.contains("\n") || !text.equals(text.strip())) {
                throw new IllegalArgumentException("The answer \"%s\" is not one line.".formatted(text));
            }
        }
    }

    /// A requirement that nobody agrees to yet: it is written down as a proposal.
    ///
    record Proposed(String sentence) implements Reply {}

    /// It becomes an unknown or an open question.
    record NotKnown() implements Reply {}

    /// It stays open.
    record Skipped() implements Reply {}

    /// Reads a reply that is not empty.
    static Reply of(String typed) {
        String text = typed.strip();
        return switch (text.toLowerCase(Locale.ROOT).replace('\u2019', '\'')) {
            case UNKNOWN, "dont know", "i don't know", "?" -> new NotKnown();
            case SKIP -> new Skipped();
            default ->
                text.startsWith(PROPOSED) && text.length() > PROPOSED.length()
                        ? new Proposed(text.substring(PROPOSED.length()).strip())
                        : new Given(text);
        };
    }

    /// The reply as it is written down.
    default String text() {
        return switch (this) {
            case Given(var text) -> text;
            case Proposed(var sentence) -> PROPOSED + sentence;
            case NotKnown _ -> UNKNOWN;
            case Skipped _ -> SKIP;
        };
    }
}
