package dev.plumbline.simulation;

import java.util.Arrays;

/// What a station knows of its requests to a language model, as columns by the simulation's tokens.
final class Sequences {
    private static final int START = 256;

    /// Tokens of the prompt.
    int[] prompt = new int[START];
    /// Tokens to write.
    int[] output = new int[START];
    /// Tokens of the prompt that lie in the cache before it is read.
    int[] reused = new int[START];
    /// Blocks of those that all prompts share, which are not the sequence's own.
    int[] shared = new int[START];
    /// Tokens written so far.
    int[] made = new int[START];
    /// Tokens whose keys and values are in the cache.
    int[] length = new int[START];
    /// Blocks of its own.
    int[] blocks = new int[START];
    /// Tokens in the step under way.
    int[] step = new int[START];
    /// When its first token was written; not a number before.
    double[] first = new double[START];
    /// When it was first taken into a step; not a number before.
    double[] started = new double[START];
    /// Seconds of pauses that its replica had had by then.
    double[] held = new double[START];
    /// Who is next: the smallest.
    double[] turn = new double[START];

    void hold(int token) {
        if (token < prompt.length) {
            return;
        }
        int size = Math.max(2 * prompt.length, token + 1);
        prompt = Arrays.copyOf(prompt, size);
        output = Arrays.copyOf(output, size);
        reused = Arrays.copyOf(reused, size);
        shared = Arrays.copyOf(shared, size);
        made = Arrays.copyOf(made, size);
        length = Arrays.copyOf(length, size);
        blocks = Arrays.copyOf(blocks, size);
        step = Arrays.copyOf(step, size);
        first = Arrays.copyOf(first, size);
        started = Arrays.copyOf(started, size);
        held = Arrays.copyOf(held, size);
        turn = Arrays.copyOf(turn, size);
    }

    /// Tokens that have to go through the model before the next one is written.
    int due(int token) {
        return prompt[token] + made[token] - length[token];
    }

    /// Blocks of its own when so many of its tokens are in the cache.
    int blocksAt(int token, int tokens) {
        int all = (tokens + Service.Generation.BLOCK - 1) / Service.Generation.BLOCK;
        return Math.max(0, all - shared[token]);
    }
}
