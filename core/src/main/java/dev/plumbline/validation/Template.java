package dev.plumbline.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kind whose expression is a text with gaps for the inputs.
///
/// A gap is `{key unit}`: the input of that key or of one that means the same, in that unit unless it brings its own.
/// `{key unit = default}` may be missing; `= @other` takes another key's value then. `{key... unit}` is a list, put in
/// as arguments. A case fits if it has all other inputs, each of its numbers has a gap, and its words hold one of each
/// group of `says` and none of `unless`: a formula that has no place for a number that is given is another one.
record Template(String text, List<List<String>> says, List<String> unless) implements Kind {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)(\\.\\.\\.)?( [^=}]*?)?( *= *[^}]*)?}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_.]*(?:[eE][-+]?[0-9]+)?(?:k|M|bn|T)?");
    private static final Pattern RANGE = Pattern.compile("(\\S+) (?:to|\\.\\.) (\\S+)");

    Template {
        says = List.copyOf(says);
        unless = List.copyOf(unless);
    }

    static Template of(String text) {
        return new Template(text, List.of(), List.of());
    }

    /// A case of this kind has one of these words.
    Template says(String... words) {
        List<List<String>> more = new ArrayList<>(says);
        more.add(List.of(words));
        return new Template(text, more, unless);
    }

    /// A case of this kind has none of these words.
    Template unless(String... words) {
        List<String> more = new ArrayList<>(unless);
        more.addAll(List.of(words));
        return new Template(text, says, more);
    }

    @Override
    public Optional<String> expression(Case given) {
        String words = given.words();
        boolean fits = says.stream().allMatch(group -> group.stream().anyMatch(words::contains))
                && unless.stream().noneMatch(words::contains);
        return fits && all(given.inputs()) ? filled(given.inputs()) : Optional.empty();
    }

    /// Whether each number that is given has a gap here.
    private boolean all(Inputs inputs) {
        Set<String> taken = new HashSet<>();
        for (Matcher gap = GAP.matcher(text); gap.find(); ) {
            inputs.key(Keys.of(gap.group(1))).ifPresent(taken::add);
            Optional.ofNullable(gap.group(4))
                    .map(text -> text.substring(text.indexOf('=') + 1).strip())
                    .filter(text -> text.startsWith("@"))
                    .flatMap(text -> inputs.key(Keys.of(text.substring(1))))
                    .ifPresent(taken::add);
        }
        return inputs.values().entrySet().stream()
                .allMatch(each -> taken.contains(each.getKey())
                        || !NUMBER.matcher(each.getValue()).matches());
    }

    /// The text with its gaps filled; empty if an input is missing.
    Optional<String> filled(Inputs inputs) {
        Matcher gap = GAP.matcher(text);
        StringBuilder out = new StringBuilder();
        while (gap.find()) {
            Optional<String> value = inputs.find(Keys.of(gap.group(1)));
            String unit = Optional.ofNullable(gap.group(3)).orElse("").strip();
            Optional<String> fill = gap.group(2) != null
                    ? value.map(list -> list(list, unit))
                    : value.map(one -> one(one, unit))
                            .or(() -> otherwise(Optional.ofNullable(gap.group(4)), inputs, unit));
            if (fill.isEmpty()) {
                return Optional.empty();
            }
            gap.appendReplacement(out, Matcher.quoteReplacement(fill.get()));
        }
        return Optional.of(gap.appendTail(out).toString());
    }

    private static Optional<String> otherwise(Optional<String> written, Inputs inputs, String unit) {
        return written.map(text -> text.substring(text.indexOf('=') + 1).strip())
                .flatMap(text -> text.startsWith("@")
                        ? inputs.find(Keys.of(text.substring(1))).map(value -> one(value, unit))
                        : Optional.of(text));
    }

    private static String list(String text, String unit) {
        return String.join(
                ", ",
                List.of(text.split("[,|]")).stream()
                        .map(each -> one(each.strip(), unit))
                        .toList());
    }

    private static String one(String value, String unit) {
        Matcher range = RANGE.matcher(value);
        if (range.matches()) {
            return "(" + one(range.group(1), "") + " .. " + one(range.group(2), unit) + ")";
        }
        if (value.equals("yes") || value.equals("no")) {
            return value.equals("yes") ? "1" : "0";
        }
        if (value.matches(".*[0-9]%")) {
            return value.replace("%", " %");
        }
        boolean plain = NUMBER.matcher(value).matches();
        return plain && !unit.isEmpty() ? value + " " + unit : value;
    }
}
