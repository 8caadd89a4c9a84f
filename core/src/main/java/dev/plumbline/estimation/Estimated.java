package dev.plumbline.estimation;

import dev.plumbline.quantity.Sheet;
import java.util.List;

/// A design's sheet with all that follows from it by arithmetic.
///
/// @param sheet the author's names, the derived ones, and the facts that these use
/// @param figures the derived names worth showing, in the order in which a person works them out
/// @param gaps what could not be derived
/// @param unpriced the components whose price nothing tells
public record Estimated(Sheet sheet, List<Figure> figures, List<Gap> gaps, List<String> unpriced) {
    public Estimated {
        figures = List.copyOf(figures);
        gaps = List.copyOf(gaps);
        unpriced = List.copyOf(unpriced);
    }

    /// A name of the sheet that a napkin shows.
    ///
    /// @param detail whether it is shown only to who asks for all
    public record Figure(Topic topic, String name, boolean detail) {}
}
