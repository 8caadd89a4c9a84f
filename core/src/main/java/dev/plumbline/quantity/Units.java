package dev.plumbline.quantity;

import dev.plumbline.diagnostic.Nearest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The words that name units: those of the language, and the nouns a design declares. Immutable.
public final class Units {
    private static final Units STANDARD = new Units(standardWords(), Set.of());

    private final Map<String, UnitWord> words;
    private final Set<String> yielded;

    private Units(Map<String, UnitWord> words, Set<String> yielded) {
        this.words = Collections.unmodifiableMap(words);
        this.yielded = Set.copyOf(yielded);
    }

    /// The units of the language and its own nouns.
    public static Units standard() {
        return STANDARD;
    }

    /// These units and more nouns, each in its singular and plural. A noun that is known already changes nothing.
    public Units withNouns(Collection<String> nouns) {
        Map<String, UnitWord> longer = new TreeMap<>(words);
        nouns.forEach(noun -> addNoun(longer, noun));
        return new Units(longer, yielded);
    }

    /// These units for a text in which some names are defined. A name may be the plural of a noun, as in
    /// `sessions: 4 .. 8 session/user/day`; from then on that plural is the name and only the singular the unit.
    public Units yieldingTo(Collection<String> names) {
        Set<String> given = new HashSet<>(yielded);
        names.stream().filter(name -> !claims(name)).forEach(given::add);
        return new Units(words, given);
    }

    /// The unit a word means directly after a number.
    public Optional<UnitWord> find(String word) {
        return Optional.ofNullable(words.get(word));
    }

    /// The unit a word means where a name could stand too, as after `/`.
    public Optional<UnitWord> findFree(String word) {
        return yielded.contains(word) ? Optional.empty() : find(word);
    }

    /// Whether a name may not be defined, since it is a unit's own word. Plurals of nouns are free.
    public boolean claims(String name) {
        UnitWord word = words.get(name);
        return word != null && !isPlural(name, word);
    }

    /// The fault of defining `name`, if it is a unit's own word.
    public Optional<Fault> clash(String name) {
        return claims(name)
                ? Optional.of(new Fault(
                        "quantity.unit-name",
                        new Span(0, name.length()),
                        "\"%s\" is a unit and cannot be a name too".formatted(name),
                        "\"3 %s\" and \"3 * %s\" would mean different things".formatted(name, name),
                        "choose another name, such as \"%s\"".formatted(name + "_count")))
                : Optional.empty();
    }

    /// The known unit word nearest to a misspelt one.
    public Optional<String> nearest(String word) {
        return Nearest.to(word, known());
    }

    /// Every word that names a unit here, sorted.
    public Set<String> known() {
        Set<String> known = new TreeSet<>(words.keySet());
        known.removeAll(yielded);
        return known;
    }

    /// The word for a symbol of the table or a noun that is certainly there.
    UnitWord get(String symbol) {
        UnitWord word = words.get(symbol);
        if (word == null) {
            throw new IllegalArgumentException("There is no unit \"%s\".".formatted(symbol));
        }
        return word;
    }

    private static boolean isPlural(String name, UnitWord word) {
        return word.dimension().equals(Dimension.count(word.symbol()))
                && !name.equals(word.symbol())
                && plurals(singular(name)).contains(name);
    }

    private static Map<String, UnitWord> standardWords() {
        Map<String, UnitWord> words = new TreeMap<>();
        for (UnitWord word : UnitTable.words()) {
            words.put(word.symbol(), word);
        }
        UnitTable.NOUNS.forEach(noun -> addNoun(words, noun));
        UnitTable.ALIASES.forEach((symbol, others) -> {
            UnitWord word = words.get(symbol);
            if (word != null) {
                others.forEach(other -> {
                    words.put(other, word);
                    if (word.dimension().equals(Dimension.count(symbol))) {
                        plurals(other).forEach(plural -> words.putIfAbsent(plural, word));
                    }
                });
            }
        });
        return words;
    }

    private static void addNoun(Map<String, UnitWord> words, String noun) {
        String singular = singular(noun);
        UnitWord known = words.get(noun);
        UnitWord word = known != null ? known : words.get(singular);
        if (word == null) {
            word = new UnitWord(singular, BigDecimal.ONE, Dimension.count(singular));
        }
        words.putIfAbsent(singular, word);
        for (String plural : plurals(singular)) {
            words.putIfAbsent(plural, word);
        }
    }

    /// The singular of an English noun that is formed by rule; others stay as they are.
    static String singular(String noun) {
        if (noun.length() > 3 && noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.length() > 3 && noun.matches(".*(ss|sh|ch|x)es")) {
            return noun.substring(0, noun.length() - 2);
        }
        boolean plural = noun.length() > 2 && noun.endsWith("s") && !noun.matches(".*(ss|us|is)");
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    private static Set<String> plurals(String singular) {
        if (singular.matches(".*(s|sh|ch|x)")) {
            return Set.of(singular + "es");
        }
        return singular.matches(".*[^aeiou]y")
                ? Set.of(singular.substring(0, singular.length() - 1) + "ies")
                : Set.of(singular + "s");
    }
}
