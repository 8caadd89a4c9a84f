package dev.plumbline.proposal;

import dev.plumbline.design.Design;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/// What is left to be agreed in a design: how far each requirement is, and proposals for those that are only asked for.
///
/// @param items in the order of the file
public record Agenda(String design, String file, List<Item> items) {
    public Agenda {
        items = List.copyOf(items);
    }

    /// A requirement, and what is proposed for its ask; none where it says what is measured.
    public record Item(Requirement requirement, List<Proposal> proposals) {
        public Item {
            proposals = List.copyOf(proposals);
        }
    }

    public static Agenda of(Design design) {
        Proposer proposer = Proposer.of(Grounds.of(design));
        List<Item> items = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            boolean open = requirement.must().isEmpty();
            items.add(new Item(
                    requirement,
                    requirement.ask().filter(_ -> open).map(proposer::of).orElse(List.of())));
        }
        return new Agenda(design.name(), design.file().name(), items);
    }

    /// How many requirements are so far.
    public long count(Requirement.Status status) {
        return items.stream()
                .filter(item -> item.requirement().status() == status)
                .count();
    }
}
