package dev.plumbline.cli;

import java.util.List;

/// A command that cannot go on, and what its user may do about it; exit code 2. It carries no stack: the mistake is not
/// in
/// the code.
final class Refused extends RuntimeException {
    private final List<String> hints;

    Refused(String what, String... hints) {
        super(what, null, false, false);
        this.hints = List.of(hints);
    }

    /// One line each, without `hint:`.
    List<String> hints() {
        return hints;
    }
}
