package dev.plumbline.ask;

import java.util.Set;

/// Whether words are English, which is the only language that asks are read in.
///
/// Told by letters and by the small words that every sentence of a language has: articles, prepositions, auxiliaries.
/// In a text without them, such as `p99 latency < 80 ms`, nothing speaks against English.
final class English {
    private static final Set<String> SMALL = Words.list("""
            the a an of to in is are be been has have shall must should will would can may for with and or not
            no at on by within from as that this it its we they which when if under than per each every all any
            more""");
    /// Small words of German, French, Spanish, Portuguese, Italian and Dutch that are no English words.
    private static final Set<String> FOREIGN = Words.list("""
            der das und ist muss soll sollte wird werden nicht ein eine einen einer mit für von zu dem den bei
            sein sind le la les des est et une dans pour doit doivent avec sur du que qui pas être sont plus au
            aux el los las del debe deben para por con una se sistema un em não dos uma ser pelo il di che della
            deve devono essere nel gli het een moet moeten niet van voor zijn met binnen""");
    private static final int ENOUGH = 2;

    private English() {}

    /// Whether nothing speaks for another language.
    static boolean is(Words words) {
        int english = 0;
        int foreign = 0;
        int accented = 0;
        int other = 0;
        int spelled = 0;
        for (Words.Word word : words.all()) {
            if (word.isWord()) {
                spelled++;
                english += SMALL.contains(word.text()) ? 1 : 0;
                foreign += FOREIGN.contains(word.text()) ? 1 : 0;
                accented += word.text().chars().anyMatch(c -> c > 0x7F) ? 1 : 0;
                other += isLatin(word.text()) ? 0 : 1;
            }
        }
        boolean strange = foreign >= ENOUGH && foreign > english;
        boolean unknown = english == 0 && accented >= ENOUGH && 3 * accented >= spelled;
        return !(strange || unknown || 2 * other > spelled);
    }

    private static boolean isLatin(String word) {
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> true;
            case GREEK -> word.length() == 1; // a symbol, such as that for a share
            default -> false;
        };
    }
}
