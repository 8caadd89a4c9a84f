package dev.plumbline.ask;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of countries and unions, as ISO 3166 lists them in English, where they are one word; and what they are called
/// by.
final class Countries {
    private static final Set<String> OTHERS = Words.list("""
            eu eea europe european usa us uk america britain england scotland wales korea russia taiwan swiss
            german french canadian american british japanese chinese indian""");
    private static final Set<String> NAMES = Stream.of(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .filter(name -> !name.contains(" "))
            .collect(Collectors.toUnmodifiableSet());

    private Countries() {}

    static boolean isOne(String word) {
        return OTHERS.contains(word) || NAMES.contains(word);
    }
}
