package dev.plumbline.claim;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Service;
import dev.plumbline.design.TokenServing;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The least times of a model on its accelerators, at their peaks, as far as these favour who claims something.
///
/// @param words model, accelerators and precision, as a message says them
/// @param step seconds that one step takes at least: all weights that a token uses are read once
/// @param work seconds of all accelerators' arithmetic that one token takes at least
/// @param fits where the weights do not fit, that they do not; else empty
record Roof(String words, double step, double work, String fits) {
    private static final List<String> PEAKS = List.of("bf16_dense", "fp8_dense", "int8_dense", "fp4_dense");

    /// Bytes of a weight, by the words that say so; where nothing does, the fewest that are in use.
    private enum Width {
        SIXTEEN(2),
        EIGHT(1),
        FOUR(0.5);

        private final double bytes;

        Width(double bytes) {
            this.bytes = bytes;
        }

        private List<String> words() {
            return switch (this) {
                case SIXTEEN -> List.of("bf16", "fp16", "half", "bfloat16");
                case EIGHT -> List.of("fp8", "int8", "w8a8");
                case FOUR -> List.of("fp4", "int4", "q4", "awq", "gptq", "nvfp4");
            };
        }

        static Width of(Statement statement) {
            return Stream.of(values())
                    .filter(each -> statement.says(each.words())
                            || each.words().stream()
                                    .anyMatch(word -> statement
                                            .source()
                                            .toLowerCase(Locale.ROOT)
                                            .contains(word)))
                    .findFirst()
                    .orElse(FOUR);
        }
    }

    /// That of a component; empty where model or accelerator are not known.
    static Optional<Roof> of(Claimed claimed, Component component, Service.Generation generation) {
        if (component.machine().isEmpty()) {
            return Optional.empty();
        }
        int count = component.machine().get().count();
        Chips.Chip chip = new Chips.Chip(Facts.key(component.machine().get().name()));
        String words = "%s on %d x %s"
                .formatted(generation.model(), count, component.machine().get().name());
        if (generation.serving().isEmpty()) {
            return of(claimed, generation.model(), chip, count, Width.FOUR, words);
        }
        TokenServing serving = generation.serving().get();
        double used = high(claimed, serving.model(), "active")
                .or(() -> high(claimed, serving.model(), "parameters"))
                .orElseThrow();
        double bandwidth =
                count * high(claimed, serving.accelerator(), "memory_bandwidth").orElseThrow();
        double peak = count * high(claimed, serving.accelerator(), "peak").orElseThrow();
        return Optional.of(new Roof(words, used * serving.precision().bytes() / bandwidth, 2 * used / peak, ""));
    }

    private static Optional<Double> high(Claimed claimed, Map<String, Amount> figures, String attribute) {
        return Optional.ofNullable(figures.get(attribute))
                .flatMap(amount -> claimed.spread(amount.name()))
                .map(Spread::high);
    }

    /// That of the model and the accelerator that a statement names, or of the design's only ones.
    static Optional<Roof> of(Claimed claimed, Statement statement) {
        boolean tokens = statement.dimension().powers().keySet().stream()
                .anyMatch(base -> Dimension.count("token").powers().containsKey(base));
        if (!tokens) {
            return Optional.empty();
        }
        Optional<String> named = model(claimed, statement);
        List<Component> writers = claimed.design().components().values().stream()
                .filter(each -> each.service() instanceof Service.Generation generation
                        && named.map(name -> Facts.key(generation.model()).equals(name))
                                .orElse(true))
                .toList();
        Optional<Chips.Chip> chip = claimed.chips().named(statement);
        if (chip.isEmpty() && writers.size() == 1) {
            return of(claimed, writers.getFirst(), (Service.Generation)
                    writers.getFirst().service());
        }
        Optional<String> model = named.or(() -> writers.size() == 1
                ? Optional.of(Facts.key(((Service.Generation) writers.getFirst().service()).model()))
                : Optional.empty());
        int count = count(statement);
        return model.isPresent() && chip.isPresent()
                ? of(
                        claimed,
                        model.get(),
                        chip.get(),
                        count,
                        Width.of(statement),
                        "%s on %d x %s".formatted(model.get(), count, chip.get().name()))
                : Optional.empty();
    }

    /// The model that a statement names: the longest run of words that is one.
    private static Optional<String> model(Claimed claimed, Statement statement) {
        List<String> words = statement.words();
        for (int length = words.size(); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                String name = String.join("_", words.subList(from, from + length));
                if (claimed.design().facts().find(name + ".parameters").isPresent()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /// `4x_h100` or `tp4`.
    private static int count(Statement statement) {
        return statement.words().stream()
                .filter(word -> word.matches("\\d{1,3}x|tp\\d{1,3}"))
                .map(word -> Integer.parseInt(word.replaceAll("\\D", "")))
                .findFirst()
                .orElse(1);
    }

    private static Optional<Roof> of(
            Claimed claimed, String model, Chips.Chip chip, int count, Width width, String words) {
        Chips.Chip thing = new Chips.Chip(Facts.key(model));
        Optional<Double> all = claimed.chips()
                .figure(thing, "parameters")
                .map(each -> each.spread().low());
        Optional<Double> used = claimed.chips()
                .figure(thing, "active")
                .map(each -> each.spread().low())
                .or(() -> all);
        Optional<Double> bandwidth = claimed.chips()
                .figure(chip, "memory_bandwidth")
                .map(each -> each.spread().high());
        Optional<Double> memory =
                claimed.chips().figure(chip, "memory").map(each -> each.spread().high());
        Optional<Double> peak = peaks(width).stream()
                .flatMap(each -> claimed.chips().figure(chip, each).stream())
                .map(each -> each.spread().high())
                .max(Double::compare);
        if (used.isEmpty() || bandwidth.isEmpty() || peak.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        double weights = all.orElse(used.get()) * width.bytes;
        String fits = weights <= count * memory.get()
                ? ""
                : "; its weights, %s, do not fit the memory of %s either"
                        .formatted(
                                new Quantity(weights, Dimension.DATA),
                                new Quantity(count * memory.get(), Dimension.DATA));
        return Optional.of(new Roof(
                words,
                used.get() * width.bytes / (count * bandwidth.get()),
                2 * used.get() / (count * peak.get()),
                fits));
    }

    /// Weights of four bits may be widened, or multiplied as they are.
    private static List<String> peaks(Width width) {
        return switch (width) {
            case SIXTEEN -> PEAKS.subList(0, 1);
            case EIGHT -> PEAKS.subList(0, 3);
            case FOUR -> PEAKS;
        };
    }
}
