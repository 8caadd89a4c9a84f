package dev.plumbline.assessment;

import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// How a path's latency is made up: where the time of some of its requests goes, and how its latencies spread.
///
/// @param typical of requests between the 40th and the 60th percentile
/// @param tail of those around the 99th: between 98.5 % and 99.5 %
/// @param slow of those above `level`
/// @param level the highest percentile that a requirement asks for here; else 0.99
/// @param histogram how many requests take how long
/// @param aims the requirements on its latency in this situation
/// @param worlds how many worlds these are means over: those in which nothing grows without bound
public record Profile(
        Band typical, Band tail, Band slow, double level, Histogram histogram, List<Aim> aims, int worlds) {
    public Profile {
        aims = List.copyOf(aims);
    }

    /// Where the time of some requests goes. Seconds are means over worlds, so that parts add up to the whole; the
    /// intervals hold 90 % of the worlds.
    ///
    /// @param seconds the requests' mean latency
    /// @param parts what it is made of, the largest first
    /// @param remarks what else is true of some of it, the largest first
    public record Band(Interval seconds, List<Part> parts, List<Remarked> remarks) {
        public Band {
            parts = List.copyOf(parts);
            remarks = List.copyOf(remarks);
        }

        /// The share of the time at a component in a phase, 0 where there is none.
        public double share(String component, Attribution.Phase phase) {
            return part(component, phase).map(Part::share).orElse(0.0);
        }

        /// The mean seconds at a component in a phase, 0 where there are none.
        public double seconds(String component, Attribution.Phase phase) {
            return part(component, phase).map(each -> each.seconds().value()).orElse(0.0);
        }

        private Optional<Part> part(String component, Attribution.Phase phase) {
            return parts.stream()
                    .filter(each -> each.component().equals(component) && each.phase() == phase)
                    .findFirst();
        }

        /// The mean seconds of a component of which a remark is true, 0 where there are none.
        public double seconds(String component, Attribution.Remark remark) {
            return remarks.stream()
                    .filter(each -> each.component().equals(component) && each.remark() == remark)
                    .mapToDouble(each -> each.seconds().value())
                    .sum();
        }

        /// The share of the time of which a remark is true, 0 where there is none.
        public double share(String component, Attribution.Remark remark) {
            return remarks.stream()
                    .filter(each -> each.component().equals(component) && each.remark() == remark)
                    .mapToDouble(Remarked::share)
                    .sum();
        }
    }

    /// @param component empty for a delay
    /// @param share of each request's own time, in the mean over requests and worlds, from 0 to 1: a few very slow
    ///     requests do not outweigh the others
    public record Part(String component, Attribution.Phase phase, Interval seconds, double share) {}

    /// @param component of a fork, that of its first branch
    /// @param branches of a fork, how many there are; else 0
    /// @param share of each request's own time, in the mean over requests and worlds, from 0 to 1
    public record Remarked(String component, Attribution.Remark remark, int branches, Interval seconds, double share) {}

    /// The share of requests between each edge and the next, every world weighing the same.
    ///
    /// @param edges seconds, ascending, twenty to a decade (ISO 3, R 20); one more than there are shares
    /// @param shares from 0 to 1
    public record Histogram(List<Double> edges, List<Double> shares) {
        public Histogram {
            edges = List.copyOf(edges);
            shares = List.copyOf(shares);
            if (edges.size() != shares.size() + 1) {
                throw new IllegalArgumentException(
                        "%d edges do not bound %d shares.".formatted(edges.size(), shares.size()));
            }
        }
    }
}
