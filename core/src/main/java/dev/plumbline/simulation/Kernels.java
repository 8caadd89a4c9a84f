package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.List;

/// Makes the kernels of a network's stations: the quickest that each allows.
record Kernels(
        Engine engine,
        Program program,
        Network network,
        Generator generator,
        List<Outage> outages,
        Streams streams,
        Workspace workspace) {

    Kernel[] all() {
        Kernel[] kernels = new Kernel[network.stations().size()];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = of(network.stations().get(i), i);
        }
        return kernels;
    }

    private Kernel of(Station station, int index) {
        double slower = network.sample().slower(station.name());
        boolean cancellable = program.cancellable.contains(station.name());
        Kernel kernel = switch (station.service()) {
            case Service.Each each ->
                program.foreseen(station)
                        ? new FifoKernel(station, index, each, generator, outages, streams, slower)
                        : new QueueKernel(station, index, each, generator, outages, streams, engine, cancellable);
            case Service.Shared shared -> new ShareKernel(station, index, shared, generator, outages, streams, engine);
            case Service.Batch batch ->
                new BatchKernel(station, index, batch, generator, outages, streams, engine, cancellable);
            case Service.Generation generation ->
                new GenerationKernel(
                        station,
                        index,
                        generation,
                        generator,
                        outages,
                        streams,
                        engine,
                        workspace.tokens(index),
                        cancellable,
                        slower);
        };
        return slower != 1 && !(kernel instanceof FifoKernel) ? new SlowMotion(kernel, slower, engine) : kernel;
    }
}
