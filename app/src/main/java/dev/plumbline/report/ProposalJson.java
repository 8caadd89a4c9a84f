package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.proposal.Agenda;
import dev.plumbline.proposal.Proposal;
import dev.plumbline.proposal.Question;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What asks leave open as JSON, with each question, what is proposed and what that rests on.
public final class ProposalJson {
    private ProposalJson() {}

    /// The proposals of an ask, a list ended by a line feed.
    public static String of(List<Proposal> proposals) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode();
        proposals.forEach(proposal -> root.add(proposal(proposal)));
        return Json.written(root);
    }

    /// A design's requirements, each with the proposals for its ask, and all that is amiss with them.
    public static String of(Agenda agenda, List<Diagnostic> findings) {
        ObjectNode root = Json.object();
        root.put("design", agenda.design());
        root.put("file", agenda.file());
        for (Requirement.Status status : Requirement.Status.values()) {
            root.put(status.name().toLowerCase(Locale.ROOT), agenda.count(status));
        }
        ArrayNode requirements = root.putArray("requirements");
        for (Agenda.Item item : agenda.items()) {
            Requirement requirement = item.requirement();
            ObjectNode node = requirements.addObject();
            node.put("id", requirement.id());
            node.put("line", requirement.place().line());
            requirement.ask().ifPresent(ask -> node.put("ask", ask));
            node.put("status", requirement.status().name().toLowerCase(Locale.ROOT));
            requirement.must().ifPresent(must -> node.put("must", must.sentence()));
            ArrayNode proposals = node.putArray("proposals");
            item.proposals().forEach(proposal -> proposals.add(proposal(proposal)));
        }
        root.set("findings", JsonReport.findings(findings));
        return Json.written(root);
    }

    private static ObjectNode proposal(Proposal proposal) {
        ObjectNode node = AskJson.ask(proposal.reading());
        ArrayNode stated = node.putArray("stated");
        proposal.reading().stated().stream().map(Element::word).forEach(stated::add);
        node.put("of", proposal.of());
        ArrayNode questions = node.putArray("questions");
        for (Question question : proposal.questions()) {
            ObjectNode each = questions.addObject();
            each.put("element", question.element().word());
            each.put("question", question.text());
            each.put("proposal", question.answer().text());
            each.put("reason", question.answer().reason());
            each.put("basis", question.answer().basis().name().toLowerCase(Locale.ROOT));
        }
        proposal.must().ifPresent(must -> node.put("must", must));
        node.put("status", "proposed");
        return node;
    }
}
