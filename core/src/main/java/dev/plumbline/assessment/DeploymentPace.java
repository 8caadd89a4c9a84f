package dev.plumbline.assessment;

import dev.plumbline.roofline.Deployment;
import dev.plumbline.simulation.Pace;

/// The pace of a replica by the roofline of its model and accelerators.
public record DeploymentPace(Deployment deployment) implements Pace {
    @Override
    public double fixed() {
        return deployment.fixed();
    }

    @Override
    public double linear(int tokens) {
        return deployment.linear(tokens);
    }

    @Override
    public double head(int sampled) {
        return deployment.head(sampled);
    }

    @Override
    public double perCachedToken() {
        return deployment.perCachedToken();
    }

    @Override
    public double perPair() {
        return deployment.perPair();
    }
}
