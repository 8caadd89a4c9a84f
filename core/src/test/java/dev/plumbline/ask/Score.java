package dev.plumbline.ask;

import dev.plumbline.requirement.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How well sentences are read: the three figures, and the sentences that were read otherwise.
///
/// @param f1 of telling the measurable ones: the harmonic mean of precision and recall
/// @param kind the share whose kind is right
/// @param missing the share whose set of missing elements is exactly right
record Score(int sentences, double f1, double kind, double missing, List<String> wrong) {

    /// @param rows with the columns `sentence`, `is_measurable`, `missing_elements` and `kind`
    static Score of(List<Map<String, String>> rows) {
        int both = 0;
        int said = 0;
        int due = 0;
        int kinds = 0;
        int sets = 0;
        var wrong = new java.util.ArrayList<String>();
        for (Map<String, String> row : rows) {
            AskReading reading = AskReading.of(row.getOrDefault("sentence", ""));
            boolean measurable = row.getOrDefault("is_measurable", "").equals("yes");
            String missing = reading.missing().stream().map(Element::word).collect(Collectors.joining(";"));
            String read = missing.isEmpty() ? "none" : missing;
            both += measurable && reading.isMeasurable() ? 1 : 0;
            said += reading.isMeasurable() ? 1 : 0;
            due += measurable ? 1 : 0;
            boolean kind = reading.kind().word().equals(row.getOrDefault("kind", ""));
            boolean set = sorted(read).equals(sorted(row.getOrDefault("missing_elements", "")));
            kinds += kind ? 1 : 0;
            sets += set ? 1 : 0;
            if (!kind || !set || measurable != reading.isMeasurable()) {
                wrong.add("%s%n  due  %s %s%n  read %s %s"
                        .formatted(
                                row.getOrDefault("sentence", ""),
                                row.getOrDefault("kind", ""),
                                row.getOrDefault("missing_elements", ""),
                                reading.kind().word(),
                                read));
            }
        }
        double n = rows.size();
        return new Score(rows.size(), 2.0 * both / (said + due), kinds / n, sets / n, List.copyOf(wrong));
    }

    String sentence(String name) {
        return String.format(
                Locale.ROOT,
                "%s: %d sentences, measurable F1 %.3f, kind %.3f, exact set of missing elements %.3f",
                name,
                sentences,
                f1,
                kind,
                missing);
    }

    private static List<String> sorted(String names) {
        return java.util.Arrays.stream(names.split(";")).sorted().toList();
    }
}
