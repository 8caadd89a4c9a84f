package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;

/// A design that does not read: its faults and nothing else.
///
/// @param file the file as the user named it
/// @param faults in file order, at least one of them an error
public record Refusal(String file, List<Diagnostic> faults) {
    public Refusal {
        faults = List.copyOf(faults);
    }
}
