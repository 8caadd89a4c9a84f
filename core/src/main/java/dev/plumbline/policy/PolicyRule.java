package dev.plumbline.policy;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;

/// Recognises one way in which a policy contradicts another, or a requirement.
interface PolicyRule {
    /// The places where it does.
    List<Diagnostic> of(Policed policed);
}
