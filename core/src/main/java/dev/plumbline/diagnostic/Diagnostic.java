package dev.plumbline.diagnostic;

/// One finding, in the four parts every message has: where, what, why and how to mend it.
///
/// @param rule the rule that speaks, such as `yaml.duplicate-key`; its page is `docs/rules/<rule>.md`
/// @param place where in the file
/// @param what what is wrong, in one sentence that quotes the offending value
/// @param why why that matters
/// @param mend what to write instead
public record Diagnostic(Severity severity, String rule, Place place, String what, String why, String mend) {
    /// The same, weighing more or less.
    public Diagnostic with(Severity changed) {
        return new Diagnostic(changed, rule, place, what, why, mend);
    }
}
