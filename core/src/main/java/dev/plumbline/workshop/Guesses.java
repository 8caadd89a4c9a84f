package dev.plumbline.workshop;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.workshop.PracticeScore.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a learner estimates from their own answers before the program says what follows from them.
final class Guesses {
    private static final String PEAK = "guess-peak";
    private static final String STORAGE = "guess-storage";
    private static final String REPLICAS = "guess-replicas";
    private static final String COST = "guess-cost";

    static final List<Question> QUESTIONS = List.of(
            question(PEAK, "Estimate from your answers: how many requests come at peak, such as 250 req/s?"),
            question(STORAGE, "How many bytes do the events take that are kept, such as 3 TB?"),
            question(REPLICAS, "How many replicas of the model are needed at peak, 60 % busy?"),
            question(COST, "What does all of it cost in a month, such as 2k USD/month?"));

    private final Session session;
    private final Optional<Valuation> valued;
    private final Proposals proposals;
    private final Facts facts;

    Guesses(Session session, Optional<Valuation> valued, Proposals proposals, Facts facts) {
        this.session = session;
        this.valued = valued;
        this.proposals = proposals;
        this.facts = facts;
    }

    private static Question question(String id, String asked) {
        return new Question(id, Stage.ESTIMATE, "x-" + id.replace('-', '.'), new Form.Amount(), asked, """
                within a factor of two of what follows from your answers is as good as it gets""");
    }

    /// What the design comes to; empty where it gives no grounds.
    private Optional<Quantity> model(String id) {
        if (id.equals(REPLICAS)) {
            return proposals.replicas(session.model()).map(each -> Quantity.plain(Double.parseDouble(each.text())));
        }
        String name = switch (id) {
            case PEAK -> session.path() + ".peak_requests";
            case STORAGE -> session.outline().first("sources") + ".storage";
            default -> "cost";
        };
        return valued.filter(values -> values.checked().sheet().find(name).isPresent())
                .map(values -> new Quantity(values.spread(name).median(), values.dimension(name)));
    }

    private Optional<Quantity> said(String text) {
        return Calculator.of(facts, new Worlds(256, 42)).answer(text) instanceof Answer.Value value
                ? Optional.of(value.median())
                : Optional.empty();
    }

    /// Why an estimate cannot be compared, if it cannot.
    Optional<String> fault(Question question, String text) {
        Optional<Quantity> said = said(text);
        if (said.isEmpty()) {
            return Optional.of("\"%s\" is no quantity; a number with its unit is asked for".formatted(text));
        }
        return model(question.id())
                .filter(model -> !model.dimension().equals(said.get().dimension()))
                .map(model -> "\"%s\" is %s, and %s is asked for"
                        .formatted(
                                text,
                                said.get().dimension().words(),
                                model.dimension().words()));
    }

    /// Every estimate that the design has an answer to.
    List<Guess> all() {
        List<Guess> guesses = new ArrayList<>();
        for (Question question : QUESTIONS) {
            model(question.id()).ifPresent(model -> guesses.add(guess(question, model)));
        }
        return guesses;
    }

    private Guess guess(Question question, Quantity model) {
        String typed = session.given(question.id()).orElse("");
        double factor =
                said(typed).map(said -> factor(said.value(), model.value())).orElse(Double.POSITIVE_INFINITY);
        return new Guess(
                question.id().replace("guess-", ""), typed, Scale.of(model).print(model), factor);
    }

    /// How far two values are apart on a scale of ratios.
    static double factor(double one, double other) {
        return one > 0 && other > 0 ? Math.max(one / other, other / one) : Double.POSITIVE_INFINITY;
    }
}
