package dev.plumbline.assessment;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Deployments;
import dev.plumbline.design.TokenServing;
import dev.plumbline.roofline.Deployment;
import dev.plumbline.simulation.Service;

/// Turns a language model as a design states it into what is simulated, in one world.
final class Generations {
    private final World world;

    private Generations(World world) {
        this.world = world;
    }

    static Service.Generation of(
            dev.plumbline.design.Service.Generation generation, TokenServing serving, World world) {
        return new Generations(world).of(generation, serving);
    }

    private Service.Generation of(dev.plumbline.design.Service.Generation generation, TokenServing serving) {
        Deployment deployment = Deployments.of(serving, world::value);
        TokenServing.Steps steps = serving.steps();
        return new Service.Generation(
                new Service.Lengths(
                        world.distribution(generation.prompt()), world.distribution(generation.output()), 0, true),
                new Service.Reuse(whole(steps.prefix(), 0), world.share(steps.cached())),
                new DeploymentPace(deployment),
                whole(steps.chunk(), 1),
                switch (steps.prefill()) {
                    case CHUNKED -> Service.Prefill.CHUNKED;
                    case FIRST -> Service.Prefill.FIRST;
                },
                new Service.Room(blocks(deployment, serving.memory()), whole(steps.longest(), 2)));
    }

    private int blocks(Deployment deployment, TokenServing.Memory memory) {
        double tokens = deployment.cachedTokens(world.share(memory.usable()), 0) * world.share(memory.kept());
        return (int) Math.clamp(Math.floor(tokens / Service.Generation.BLOCK), 0, 1 << 30);
    }

    private int whole(Amount amount, int least) {
        return (int) Math.clamp(Math.rint(world.value(amount)), least, 1 << 30);
    }
}
