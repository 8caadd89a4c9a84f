package dev.plumbline.proposal;

import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;

/// What to propose for an element of a requirement.
interface Answers {
    /// What a requirement of a kind is about.
    Subject subject(RequirementKind kind, String ask);

    /// The metric that a requirement of a kind is about: `recall`, or a place to be filled in.
    String metric(RequirementKind kind);

    /// What to propose for an element that the ask does not state.
    Answer answer(RequirementKind kind, Subject subject, Element element);
}
