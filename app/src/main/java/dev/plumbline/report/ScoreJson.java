package dev.plumbline.report;

import dev.plumbline.assessment.Run;
import dev.plumbline.scorecard.Mark;
import dev.plumbline.scorecard.Review;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.scorecard.Section;
import dev.plumbline.scorecard.TestScore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A scorecard as JSON, after `schema/report.schema.json`.
///
/// @param version Plumbline's version
public record ScoreJson(String version) {
    /// The document, ended by a line feed.
    public String of(Scorecard card, Run run) {
        TestScore score = card.score();
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", card.design());
        root.put("file", card.file());
        root.set("score", points(score.halves()));
        root.put("band", word(score.band()));
        ArrayNode sections = root.putArray("sections");
        for (Section section : Section.values()) {
            ObjectNode node = sections.addObject();
            node.put("section", word(section));
            node.set("points", points(score.halves(section)));
            ArrayNode items = node.putArray("items");
            score.of(section).forEach(mark -> items.add(item(mark)));
        }
        root.set("review", review(card.review()));
        root.set("run", JsonReport.run(run));
        return Json.written(root);
    }

    private static tools.jackson.databind.JsonNode points(int halves) {
        return Json.exact(
                halves == 0
                        ? "0"
                        : BigDecimal.valueOf(halves * 5L, 1)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode item(Mark mark) {
        ObjectNode node = Json.object();
        node.put("number", mark.number());
        node.put("title", mark.title());
        node.set("points", points(mark.points().halves()));
        node.put("because", mark.because());
        node.set("todo", Json.text(Optional.of(mark.todo()).filter(text -> !text.isEmpty())));
        return node;
    }

    private static ObjectNode review(Review review) {
        ObjectNode node = Json.object();
        ArrayNode decided = node.putArray("decided");
        review.decided().forEach(decision -> {
            ObjectNode each = decided.addObject();
            each.put("chose", decision.chose());
            ArrayNode over = each.putArray("over");
            decision.over().forEach(over::add);
            each.set("because", Json.text(decision.because()));
        });
        ArrayNode open = node.putArray("open");
        review.open().forEach(each -> told(open, each.what(), each.why(), each.where()));
        ArrayNode risky = node.putArray("risky");
        review.risky().forEach(verdict -> risky.add(JsonReport.verdict(verdict)));
        ArrayNode contradictory = node.putArray("contradictory");
        review.contradictory().forEach(each -> told(contradictory, each.what(), each.why(), each.where()));
        orphans(node.putArray("orphanRequirements"), review.orphanRequirements());
        orphans(node.putArray("orphanComponents"), review.orphanComponents());
        return node;
    }

    private static void orphans(ArrayNode array, List<Review.Orphan> orphans) {
        orphans.forEach(orphan -> told(array, orphan.name(), orphan.why(), orphan.where()));
    }

    private static void told(ArrayNode array, String what, String why, String where) {
        ObjectNode node = array.addObject();
        node.put("what", what);
        node.put("why", why);
        node.set("where", Json.text(Optional.of(where).filter(text -> !text.isEmpty())));
    }
}
