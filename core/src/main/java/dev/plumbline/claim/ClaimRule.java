package dev.plumbline.claim;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;

/// Recognises one kind of claim that cannot be true.
interface ClaimRule {
    /// The places where one is made.
    List<Diagnostic> of(Claimed claimed);
}
