package dev.plumbline.cli;

import dev.plumbline.workshop.Question;
import java.util.Optional;

/// Who answers the questions of a workshop: a person at a terminal, or a file.
interface Answers {
    /// What is answered; empty when whoever answers leaves.
    Optional<String> to(Question question);

    /// Whether somebody is there who can answer again after a mistake.
    boolean again();
}
