package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The several asks in one sentence: "fast and accurate and always up" is three.
///
/// A sentence is cut where a joint stands between two parts, each of which names a kind by its own words, and not the
/// same. What names no kind of its own stays with what stands before it.
final class AskParts {
    private static final Set<String> JOINTS = Words.list("and but yet plus also , ; . & while whilst");
    /// A word of that weight names a kind.
    private static final double NAMES = 3;

    private AskParts() {}

    /// The parts as typed, in their order; the ask itself where it is one.
    static List<String> of(String ask) {
        Words words = Words.of(ask);
        List<String> parts = new ArrayList<>();
        int from = 0;
        int end = 0;
        Optional<RequirementKind> kind = Optional.empty();
        for (int next = 0; next <= words.size(); next++) {
            if (next < words.size() && !JOINTS.contains(words.text(next))) {
                continue;
            }
            Optional<RequirementKind> own = end < next ? kind(words.typed(end, next)) : Optional.empty();
            if (own.isPresent() && kind.isPresent() && !own.equals(kind)) {
                parts.add(trimmed(words, from, end));
                from = end;
            }
            kind = own.isPresent() ? own : kind;
            end = next;
        }
        if (parts.isEmpty()) {
            return List.of(ask);
        }
        parts.add(trimmed(words, from, words.size()));
        return List.copyOf(parts);
    }

    private static String trimmed(Words words, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && JOINTS.contains(words.text(first))) {
            first++;
        }
        while (last > first && JOINTS.contains(words.text(last - 1))) {
            last--;
        }
        return words.typed(first, last);
    }

    private static Optional<RequirementKind> kind(String part) {
        Optional<RequirementKind> best = Optional.empty();
        double most = NAMES;
        for (Map.Entry<RequirementKind, Double> entry :
                KindCues.weigh(Words.of(part)).entrySet()) {
            if (entry.getValue() >= most && (best.isEmpty() || entry.getValue() > most)) {
                best = Optional.of(entry.getKey());
                most = entry.getValue();
            }
        }
        return best;
    }
}
