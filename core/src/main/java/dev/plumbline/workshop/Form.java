package dev.plumbline.workshop;

/// What an answer looks like.
public sealed interface Form {
    /// A sentence in free words.
    record Prose() implements Form {}

    /// Sentences in free words, with semicolons between them.
    record Sentences() implements Form {}

    /// A quantity with its unit, or a range of it.
    record Amount() implements Form {}

    /// A value that differs from request to request: a median and a p99.
    record Varying() implements Form {}

    /// Names with commas between them.
    record Names() implements Form {}

    /// A requirement's sentence, or its target alone.
    record Must() implements Form {}

    /// A mapping or a list in the words of the design's language.
    record Flow() implements Form {}

    /// The form of that name, as it is written beside a question.
    static Form named(String word) {
        return switch (word) {
            case "prose" -> new Prose();
            case "sentences" -> new Sentences();
            case "amount" -> new Amount();
            case "varying" -> new Varying();
            case "names" -> new Names();
            case "must" -> new Must();
            case "flow" -> new Flow();
            default -> throw new IllegalArgumentException("There is no form \"%s\".".formatted(word));
        };
    }

    /// What may be typed.
    default String hint() {
        return switch (this) {
            case Prose _ -> "a sentence";
            case Sentences _ -> "sentences as they were said, with semicolons between them";
            case Amount _ -> "a number with its unit, or a range such as 4 .. 8 that you are 90 % sure of";
            case Varying _ -> "a median and a p99, such as 4 ms, 9 ms; each may be a range";
            case Names _ -> "names, with commas between them";
            case Must _ -> "a target such as 80 ms, or a whole sentence like the proposal";
            case Flow _ -> "like the proposal, in the words of the design";
        };
    }

    /// The answer as YAML on one line.
    default String yaml(String text) {
        return switch (this) {
            case Prose _, Sentences _ -> Scalars.prose(text);
            case Amount _, Must _ -> Scalars.plain(text);
            case Varying _ -> Scalars.varying(text);
            case Names _ -> Scalars.names(text);
            case Flow _ -> text.startsWith("{") || text.startsWith("[") ? text : Scalars.plain(text);
        };
    }
}
