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
        Traffic traffic = Traffic.of(network);
        for (int i = 0; i < kernels.length; i++) {
            Station station = network.stations().get(i);
            Kernel kernel = of(station, i);
            station.scaling().ifPresent(scaling -> {
                double load = traffic.busyReplicas(station);
                kernel.scale(new Fleet(scaling, station.replicas(), load), engine.events);
            });
            double slower = network.sample().slower(station.name());
            kernels[i] =
                    slower != 1 && !(kernel instanceof FifoKernel) ? new SlowMotion(kernel, slower, engine) : kernel;
        }
        return kernels;
    }

    private Kernel of(Station station, int index) {
        double slower = network.sample().slower(station.name());
        boolean cancellable = program.cancellable.contains(station.name());
        return switch (station.service()) {
            case Service.Each each ->
                program.foreseen(station)
                        ? new FifoKernel(station, index, each, generator, outages, streams, engine.tokens, slower)
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
    }
}
