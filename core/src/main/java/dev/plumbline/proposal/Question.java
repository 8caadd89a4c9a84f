package dev.plumbline.proposal;

import dev.plumbline.requirement.Element;

/// One thing that an ask leaves open.
///
/// @param text the question, with its question mark
/// @param answer what is proposed
public record Question(Element element, String text, Answer answer) {}
