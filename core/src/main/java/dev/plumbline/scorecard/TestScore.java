package dev.plumbline.scorecard;

import java.util.Comparator;
import java.util.List;

/// The ML Test Score: 28 items in four sections, of which the weakest decides. E. Breck et al., "The ML Test Score: A
/// Rubric for ML Production Readiness and Technical Debt Reduction" (2017). There half a point is for a test that is
/// run
/// by hand and written down, one for a test that is run by itself; a design has no tests yet, so here half a point is
/// for what is declared and one for what is verified.
///
/// @param marks by section, each in the order of its items
public record TestScore(List<Mark> marks) {
    public TestScore {
        marks = List.copyOf(marks);
        if (marks.size() != Section.values().length * Section.ITEMS) {
            throw new IllegalArgumentException("The score has 28 items, not %d.".formatted(marks.size()));
        }
    }

    /// The marks of a section.
    public List<Mark> of(Section section) {
        return marks.stream().filter(mark -> mark.section() == section).toList();
    }

    /// The half points of a section, from 0 to 14.
    public int halves(Section section) {
        return of(section).stream().mapToInt(mark -> mark.points().halves()).sum();
    }

    /// The half points of the weakest section.
    public int halves() {
        return halves(weakest());
    }

    /// The section that decides; the first of equals.
    public Section weakest() {
        return List.of(Section.values()).stream()
                .min(Comparator.comparingInt(this::halves))
                .orElseThrow();
    }

    public Band band() {
        return Band.of(halves());
    }

    /// Half points as people write them: `0`, `½`, `2½`.
    public static String points(int halves) {
        String half = halves % 2 == 0 ? "" : "½";
        return halves == 1 ? half : halves / 2 + half;
    }
}
