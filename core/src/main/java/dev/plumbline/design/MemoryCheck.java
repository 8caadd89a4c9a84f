package dev.plumbline.design;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.roofline.Deployment;
import java.util.Arrays;

/// Checks that a language model fits into what it runs on, and that its cache holds at least one long request.
final class MemoryCheck {
    private static final Worlds FEW = new Worlds(32, 1);
    private static final int MOST_DEVICES = 64;
    private static final double LONG = 0.99;
    /// Tokens that a cache holds at least, to be one.
    private static final double BLOCK = 16;

    private final Valuation valuation;
    private final Problems problems;

    private MemoryCheck(Valuation valuation, Problems problems) {
        this.valuation = valuation;
        this.problems = problems;
    }

    static void inspect(Design design, Problems problems) {
        MemoryCheck check = new MemoryCheck(Valuation.of(design.checked(), FEW), problems);
        for (Component component : design.components().values()) {
            if (component.service() instanceof Service.Generation generation) {
                generation.serving().ifPresent(serving -> check.fits(component, generation, serving));
            }
        }
    }

    private interface InWorld {
        double in(int world);
    }

    private static double middle(InWorld value) {
        double[] values = new double[FEW.count()];
        for (int w = 0; w < values.length; w++) {
            values[w] = value.in(w);
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private double value(Amount amount, int world) {
        return valuation.value(amount.name(), world);
    }

    private Deployment deployment(TokenServing serving, int world) {
        return Deployments.of(serving, amount -> value(amount, world));
    }

    /// Tokens whose keys and values so many devices keep beside weights of so many bytes each.
    private double kept(TokenServing serving, int devices, double bytes, int world) {
        Deployment one = deployment(serving, world);
        Deployment all =
                new Deployment(one.model(), one.accelerator(), one.efficiency(), bytes, one.cacheBytes(), devices);
        return all.cachedTokens(Math.min(1, value(serving.memory().usable(), world)), 0)
                * value(serving.memory().kept(), world);
    }

    private void fits(Component component, Service.Generation generation, TokenServing serving) {
        double kept = middle(
                world -> kept(serving, serving.devices(), serving.precision().bytes(), world));
        if (kept <= 0) {
            tooLarge(component, generation, serving);
            return;
        }
        double needed = middle(world -> Math.min(
                value(serving.steps().longest(), world),
                longest(generation.prompt(), world) + longest(generation.output(), world)));
        if (kept < needed) {
            problems.warning(
                    "design.cache-too-small",
                    component.place(),
                    "the cache of \"%s\" holds %s, and one request in a hundred needs %s"
                            .formatted(component.name(), tokens(kept), tokens(needed)),
                    "a request that does not fit by itself fails, and few others fit beside a long one",
                    more(component, serving, needed));
        }
    }

    private void tooLarge(Component component, Service.Generation generation, TokenServing serving) {
        double weights = middle(world -> deployment(serving, world).weights());
        double usable = middle(world -> serving.devices()
                * deployment(serving, world).accelerator().memory()
                * Math.min(1, value(serving.memory().usable(), world)));
        problems.warning(
                "design.model-too-large",
                component.machine().map(Machine::place).orElse(component.place()),
                "the weights of %s take %s, and %s gives %s"
                        .formatted(generation.model(), bytes(weights), on(component, serving.devices()), bytes(usable)),
                "an engine that cannot load the model serves nobody: every request to \"%s\" fails"
                        .formatted(component.name()),
                more(component, serving, BLOCK));
    }

    /// The fewest devices that hold so many tokens beside the weights, or else smaller weights.
    private String more(Component component, TokenServing serving, double needed) {
        String smaller = smaller(serving, needed);
        for (int devices = serving.devices(); devices <= MOST_DEVICES; devices *= 2) {
            int tried = devices;
            if (middle(world -> kept(serving, tried, serving.precision().bytes(), world)) >= needed) {
                return "write \"on: %s\"%s"
                        .formatted(on(component, devices), smaller.isEmpty() ? "" : ", or " + smaller);
            }
        }
        return smaller.isEmpty() ? "choose a smaller model, or accelerators with more memory" : smaller;
    }

    /// Weights of half the bytes, where those would do.
    private String smaller(TokenServing serving, double needed) {
        double half = serving.precision().bytes() / 2;
        boolean fits = half >= TokenServing.Precision.INT4.bytes()
                && middle(world -> kept(serving, serving.devices(), half, world)) >= needed;
        String precision = half >= 1 ? "fp8" : "int4";
        return fits ? "\"generation: {precision: %s}\"".formatted(precision) : "";
    }

    private static String on(Component component, int devices) {
        return "%d x %s"
                .formatted(devices, component.machine().map(Machine::name).orElse("accelerator"));
    }

    private double longest(Amount tokens, int world) {
        return valuation.distribution(tokens.name(), world).quantile(LONG);
    }

    private static String bytes(double value) {
        return new Quantity(value, Dimension.DATA).toString();
    }

    private static String tokens(double value) {
        return new Quantity(Math.rint(value), Dimension.count("token")).toString();
    }
}
