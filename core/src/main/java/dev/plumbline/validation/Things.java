package dev.plumbline.validation;

import dev.plumbline.knowledge.Facts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a case names, a chip or a model, among the facts. Authors add what the name needs not: the maker, the
/// form factor's revision, the power, the precision.
public final class Things {
    private static final Pattern DEVICES = Pattern.compile("(?:(\\d+) ?x ?)?(.*?)(?: TP(\\d+))?(?: ?\\(.*\\))?");
    private static final Set<String> IDLE =
            Set.of("nvidia", "amd", "google", "aws", "instinct", "tensor", "core", "gpu");

    /// Letters of a name that is not found in another by chance.
    private static final int LONG = 7;

    private final Facts facts;

    public Things(Facts facts) {
        this.facts = facts;
    }

    public Facts facts() {
        return facts;
    }

    /// Accelerators that work together.
    ///
    /// @param count how many
    /// @param thing the name of one among the facts
    public record Devices(int count, String thing) {
        /// What all of them have of something: `4 * facts.h100_sxm.memory_bandwidth`.
        public String all(String attribute) {
            return (count == 1 ? "" : count + " * ") + Facts.ROOT + thing + "." + attribute;
        }
    }

    /// Reads `4xH100 SXM TP4`, `A100` or `1xRTX 4090`; a slice or a pod of unsaid size is none.
    public Optional<Devices> devices(String text) {
        Matcher matcher = DEVICES.matcher(text.strip());
        boolean countless = text.toLowerCase(Locale.ROOT).matches(".*\\b(slice|pod|cluster)\\b.*");
        if (!matcher.matches() || countless) {
            return Optional.empty();
        }
        int count = Optional.ofNullable(matcher.group(1)).map(Integer::parseInt).orElse(1);
        return thing(matcher.group(2), "memory_bandwidth").map(thing -> new Devices(count, thing));
    }

    /// The thing whose name's words all occur in the text, with the most words, and that has some attribute.
    public Optional<String> thing(String text, String attribute) {
        List<String> given = words(text);
        return facts.things().stream()
                .filter(name -> contains(given, words(name)))
                .filter(name -> facts.find(name, attribute).isPresent())
                .max(Comparator.comparingInt((String name) -> words(name).size())
                        .thenComparing(Comparator.reverseOrder()))
                .or(() -> runTogether(text, attribute));
    }

    /// The same where the text parts its words in other places, as `MobileNetV2` does: the longest name in it.
    private Optional<String> runTogether(String text, String attribute) {
        String given = String.join("", words(text));
        return facts.things().stream()
                .filter(name -> name.length() >= LONG && given.contains(String.join("", words(name))))
                .filter(name -> facts.find(name, attribute).isPresent())
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    private static boolean contains(Collection<String> given, List<String> name) {
        return !name.isEmpty() && given.containsAll(name);
    }

    private static List<String> words(String text) {
        return List.of(Facts.key(text.toLowerCase(Locale.ROOT))
                        .replaceAll("(?<=sxm|oam)\\d+", "")
                        .split("_"))
                .stream()
                .filter(word -> !IDLE.contains(word))
                .toList();
    }
}
