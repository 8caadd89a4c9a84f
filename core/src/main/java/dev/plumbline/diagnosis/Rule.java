package dev.plumbline.diagnosis;

import java.util.List;

/// Recognises one cause.
interface Rule {
    /// The places where it holds.
    List<Cause> of(Symptoms symptoms);
}
