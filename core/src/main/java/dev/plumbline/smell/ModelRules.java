package dev.plumbline.smell;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Practice;
import dev.plumbline.design.Proof;
import dev.plumbline.design.Step;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Segments;
import dev.plumbline.smell.Held.Stated;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What designs of models forget.
final class ModelRules {
    static final List<Smell> RULES = List.of(
            new OfflineOnly(),
            new NoBaseline(),
            new NoFallback(),
            new NoSegmentFloor(),
            new NoLabelPlan(),
            new NoRetrainTrigger(),
            new NoRollback(),
            new LeakyWindow(),
            new FeedbackLoop(),
            new UnownedDriftAlarm());

    private ModelRules() {}

    /// A metric of the test set, and none of the world.
    static final class OfflineOnly implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            held.design()
                    .practice()
                    .task()
                    .filter(task -> task.offline().isPresent() && task.online().isEmpty())
                    .ifPresent(task -> problems.warning(
                            "model.offline-only",
                            task.place(),
                            "the task has an offline metric and no online one",
                            "a model that is better on old data may change nothing that anybody cares for",
                            "add \"online:\" to its metrics: what should be different in the world"));
        }
    }

    /// Nothing simpler to beat.
    static final class NoBaseline implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            held.design()
                    .practice()
                    .task()
                    .filter(task -> task.baseline().isEmpty())
                    .ifPresent(task -> problems.warning(
                            "model.no-baseline",
                            task.place(),
                            "the task names nothing simpler that the model has to beat",
                            "a rule that does as well costs a hundredth and needs no labels",
                            "add \"baseline: {what: ..., value: ...}\""));
        }
    }

    /// A model without which there is no answer.
    static final class NoFallback implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            held.design().paths().forEach((path, steps) -> {
                for (Step.Call call : Walk.calls(steps)) {
                    Component component = held.design().components().get(call.target());
                    boolean model =
                            component != null && (component.kind() == Kind.MODEL || component.kind() == Kind.LLM);
                    if (model
                            && call.fallback().isEmpty()
                            && held.design().workload().containsKey(path)) {
                        problems.hint(
                                "model.no-fallback",
                                call.place(),
                                "\"%s\" has no answer without \"%s\"".formatted(path, call.target()),
                                "models fail, are slow and are rolled back, and the product fails with them",
                                "add \"fallback:\" to the call: a rule, a cached or a popular answer");
                    }
                }
            });
        }
    }

    /// A metric that holds overall alone.
    static final class NoSegmentFloor implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.QUALITY)) {
                if (each.sentence().segments() instanceof Segments.All) {
                    problems.warning(
                            "model.no-segment-floor",
                            each.requirement().place(),
                            "\"%s\" holds overall, and in no segment".formatted(each.id()),
                            "a model that fails a tenth of its users still meets it",
                            "add such as \"for every segment of country\"");
                }
            }
        }
    }

    /// A model whose truth nobody waits for.
    static final class NoLabelPlan implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (TrainedModel model : held.design().models().values()) {
                if (model.labelsAfter().isEmpty()) {
                    problems.hint(
                            "model.no-label-plan",
                            model.place(),
                            "nothing says when the labels of \"%s\" are known".formatted(model.name()),
                            "until then its quality cannot be seen, nor can it be trained on what it did",
                            "add such as \"labels-after: {p50: 2 day, p99: 30 day}\"");
                }
            }
        }
    }

    /// Nothing that would train it again.
    static final class NoRetrainTrigger implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (TrainedModel model : held.design().models().values()) {
                boolean alarmed = held.design().practice().alarms().values().stream()
                        .anyMatch(
                                alarm -> alarm.of().filter(model.name()::equals).isPresent());
                if (model.every().isEmpty() && !alarmed) {
                    problems.warning(
                            "model.no-retrain-trigger",
                            model.place(),
                            "nothing trains \"%s\" again".formatted(model.name()),
                            "the world moves on, and a model stays where it was trained",
                            "add \"trains: every 7 day\", or an alarm on its age or drift");
                }
            }
        }
    }

    /// No way back.
    static final class NoRollback implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            held.design()
                    .practice()
                    .rollout()
                    .filter(rollout -> rollout.rollback().isEmpty())
                    .ifPresent(rollout -> problems.warning(
                            "model.no-rollback",
                            rollout.place(),
                            "the rollout does not say how soon the former model serves again",
                            "a bad model does harm for as long as that takes",
                            "add such as \"rollback: {within: 10 min, rehearsed: ...}\""));
        }
    }

    /// A feature that is made of labels which are not there yet when it is used.
    static final class LeakyWindow implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (TrainedModel model : held.design().models().values()) {
                if (model.label().isEmpty() || model.labelsAfter().isEmpty()) {
                    continue;
                }
                double delay = held.grounds().quantile(model.labelsAfter().get(), 0.5);
                for (String name : model.uses()) {
                    Data data = held.design().data().get(name);
                    if (data == null || !data.from().contains(model.label().get())) {
                        continue;
                    }
                    Optional<Double> window = data.window().flatMap(held::value);
                    if (window.isPresent() && window.get() < delay) {
                        problems.error(
                                "model.leaky-window",
                                data.place(),
                                "\"%s\" sums up \"%s\" over %s, half of which come after %s"
                                        .formatted(
                                                name, model.label().get(), Held.time(window.get()), Held.time(delay)),
                                "in training the window is full of what serving cannot know yet: the answer itself",
                                "let it end where labels are known, and make the window longer than their delay");
                    }
                }
            }
        }
    }

    /// A model that decides which labels there will be.
    static final class FeedbackLoop implements Smell {
        private static final List<String> WAYS_OUT =
                List.of("random", "explor", "holdout", "hold-out", "control group", "bandit", "shadow");

        @Override
        public void find(Held held, Problems problems) {
            Practice practice = held.design().practice();
            Optional<Practice.Task> task =
                    practice.task().filter(each -> each.stakes().decides().isPresent());
            boolean learns = held.design().models().values().stream()
                    .anyMatch(model -> model.label().isPresent());
            if (task.isPresent() && learns && !hasWayOut(practice, task.get())) {
                problems.hint(
                        "model.feedback-loop",
                        task.get().place(),
                        "the model's own decisions decide which labels it will see",
                        "who was declined never shows whether that was right, and the next model learns from the rest",
                        "let a small random share pass, say so in \"split\" or \"gate\", and train on that");
            }
        }

        private static boolean hasWayOut(Practice practice, Practice.Task task) {
            Stream<String> words = Stream.of(
                            task.split(),
                            task.stakes().decides(),
                            task.link().map(FeedbackLoop::words),
                            practice.rollout().flatMap(Practice.Rollout::gate).map(FeedbackLoop::words))
                    .flatMap(Optional::stream)
                    .map(each -> each.toLowerCase(Locale.ROOT));
            return words.anyMatch(text -> WAYS_OUT.stream().anyMatch(text::contains));
        }

        private static String words(Proof proof) {
            return proof.words() + " " + proof.job().orElse("");
        }
    }

    /// An alarm that calls nobody.
    static final class UnownedDriftAlarm implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Practice.Alarm alarm : held.design().practice().alarms().values()) {
                if (alarm.on() == Practice.On.DRIFT && alarm.owner().isEmpty()) {
                    problems.warning(
                            "model.unowned-drift-alarm",
                            alarm.place(),
                            "the alarm \"%s\" calls nobody".formatted(alarm.name()),
                            "data drifts often and for many reasons, and somebody has to tell which it was",
                            "add \"owner:\" to it");
                }
            }
        }
    }
}
