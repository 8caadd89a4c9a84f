package dev.plumbline.diagnosis;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;

/// A reason why the slow requests of a path are slow.
///
/// @param rule the rule that found it; its page is `docs/rules/<rule>.md`
/// @param path the path
/// @param component where the time goes
/// @param share of the slow requests' time that is due to it, from 0 to 1; causes overlap
/// @param what the evidence, in one sentence with numbers
/// @param why what makes requests slow in such a case
/// @param mend what changes it
/// @param place what to change in the file
public record Cause(
        String rule, String path, String component, double share, String what, String why, String mend, Place place) {

    /// What it is called: `saturation`, `batch wait`.
    public String name() {
        return rule.substring(rule.indexOf('.') + 1).replace('-', ' ');
    }

    /// The cause as a finding.
    Diagnostic finding(String scenario) {
        return new Diagnostic(Severity.WARNING, rule, place, "at %s, %s".formatted(scenario, what), why, mend);
    }
}
