package dev.plumbline.review;

import dev.plumbline.proposal.Agenda;
import dev.plumbline.proposal.Proposal;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person agreed to, as edits of the design: a sentence and a status behind each ask, and the ask left as it
/// was.
///
/// An ask that joins several becomes several requirements: the first keeps its id, the others have the kind behind it
/// and the same ask.
public final class Acceptance {
    private static final String STATUS = "status";
    private static final String AGREED = "agreed";

    private final Sites sites;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private Acceptance(Bundle bundle) {
        this.sites = new Sites(bundle);
    }

    /// What came of it.
    ///
    /// @param refused why some are not accepted: "explained: no sentence is proposed for it"
    public record Outcome(Optional<Patch> patch, int edits, List<String> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /// The edits that make these requirements agreed.
    public static Outcome of(Bundle bundle, Agenda agenda, List<String> ids) {
        Acceptance acceptance = new Acceptance(bundle);
        for (Agenda.Item item : agenda.items()) {
            if (ids.contains(item.requirement().id())) {
                acceptance.accept(item);
            }
        }
        Optional<Patch> patch = acceptance.edits.isEmpty() ? Optional.empty() : Patch.of(acceptance.edits);
        return new Outcome(patch, acceptance.edits.size(), acceptance.refused);
    }

    private void accept(Agenda.Item item) {
        Requirement requirement = item.requirement();
        Optional<Node.Mapping> node = sites.requirement(requirement.id());
        if (node.isEmpty()) {
            refused.add(requirement.id() + ": it is not written as a mapping");
            return;
        }
        if (requirement.must().isPresent()) {
            agree(node.get());
            return;
        }
        List<Proposal> proposals = item.proposals();
        if (proposals.isEmpty()
                || proposals.stream().anyMatch(each -> each.must().isEmpty())) {
            refused.add(
                    "%s: no whole sentence is proposed for it; write \"must:\" yourself".formatted(requirement.id()));
            return;
        }
        edits.add(new Edit.InsertKey(node.get(), "must", yaml(proposals.getFirst())));
        agree(node.get());
        Optional<Node.Mapping> section = sites.requirements(requirement.id());
        for (Proposal other : proposals.subList(1, proposals.size())) {
            String id = requirement.id() + "-" + other.reading().kind().word();
            String value = "{ask: %s, must: %s, status: %s}"
                    .formatted(quoted(requirement.ask().orElse("")), yaml(other), AGREED);
            section.ifPresent(mapping -> edits.add(new Edit.InsertKey(mapping, id, value)));
        }
    }

    private void agree(Node.Mapping node) {
        node.get(STATUS)
                .ifPresentOrElse(
                        status -> edits.add(new Edit.Replace(status.span(), AGREED)),
                        () -> edits.add(new Edit.InsertKey(node, STATUS, AGREED)));
    }

    private static String yaml(Proposal proposal) {
        return proposal.must().orElseThrow();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
