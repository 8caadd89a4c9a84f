package dev.plumbline.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Gathers findings while a file is read, so that the reader goes on after a fault and reports all of them at once.
///
/// The one mutable type of this package; it belongs to one reading and one thread.
public final class Problems {
    private final List<Diagnostic> gathered = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        gathered.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        gathered.addAll(diagnostics);
    }

    public void error(String rule, Place place, String what, String why, String mend) {
        add(new Diagnostic(Severity.ERROR, rule, place, what, why, mend));
    }

    public void warning(String rule, Place place, String what, String why, String mend) {
        add(new Diagnostic(Severity.WARNING, rule, place, what, why, mend));
    }

    public void hint(String rule, Place place, String what, String why, String mend) {
        add(new Diagnostic(Severity.HINT, rule, place, what, why, mend));
    }

    /// The number of findings so far; compare two counts to learn whether a step found anything.
    public int size() {
        return gathered.size();
    }

    /// What was gathered so far, in file order.
    public Diagnostics collected() {
        return new Diagnostics(gathered);
    }
}
