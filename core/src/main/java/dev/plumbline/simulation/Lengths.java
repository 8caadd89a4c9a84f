package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.StandardNormal;

/// Draws a prompt's tokens and then its answer's.
final class Lengths {
    private final Distribution prompts;
    private final Distribution outputs;
    private final Sampler promptSampler;
    private final Sampler outputSampler;
    private final double correlation;
    private final double rest;
    private final boolean recorded;
    int prompt;
    int output;

    Lengths(Service.Lengths lengths) {
        prompts = lengths.prompt();
        outputs = lengths.output();
        promptSampler = prompts.sampler();
        outputSampler = outputs.sampler();
        recorded = lengths.recorded();
        correlation = lengths.correlation();
        rest = Math.sqrt(1 - correlation * correlation);
    }

    /// The tokens of a request: as recorded, or else drawn.
    void of(int token, Marks marks, Generator generator) {
        draw(generator);
        if (recorded) {
            int ofPrompt = marks.prompt(token);
            int ofOutput = marks.output(token);
            prompt = ofPrompt < 0 ? prompt : whole(ofPrompt);
            output = ofOutput < 0 ? output : whole(ofOutput);
        }
    }

    void draw(Generator generator) {
        if (correlation == 0) {
            prompt = whole(promptSampler.next(generator));
            output = whole(outputSampler.next(generator));
            return;
        }
        double one = generator.nextGaussian();
        double other = correlation * one + rest * generator.nextGaussian();
        prompt = whole(prompts.quantile(level(one)));
        output = whole(outputs.quantile(level(other)));
    }

    private static double level(double score) {
        return Math.clamp(StandardNormal.cdf(score), 1e-15, 1 - 1e-15);
    }

    private static int whole(double tokens) {
        return (int) Math.max(1, Math.min(Math.rint(tokens), 1 << 30));
    }
}
