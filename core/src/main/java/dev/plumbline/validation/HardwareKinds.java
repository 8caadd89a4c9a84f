package dev.plumbline.validation;

import dev.plumbline.knowledge.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a vendor prints of an accelerator.
final class HardwareKinds {
    private HardwareKinds() {}

    static List<Kind> all(Things things) {
        return List.of(
                Template.of("ridge_point({flops FLOP/s}, {bw B/s})").says("ridge"), given -> figure(things, given));
    }

    private static Optional<String> figure(Things things, Case given) {
        Optional<String> device = given.inputs()
                .find("device", "dev", "chip", "gpu", "accelerator", "bus", "link")
                .or(() -> bus(given));
        if (device.isEmpty()) {
            return Optional.empty();
        }
        String words = given.words() + " " + given.inputs().text().toLowerCase(Locale.ROOT);
        if (words.contains("ridge")) {
            return things.thing(device.get(), "bf16_dense")
                    .map(thing ->
                            "ridge_point(%s, %s)".formatted(path(thing, peak(words)), path(thing, "memory_bandwidth")));
        }
        String attribute = attribute(words);
        return things.thing(device.get(), attribute).map(thing -> path(thing, attribute));
    }

    /// A bus needs no device: the quantity names it.
    private static Optional<String> bus(Case given) {
        return given.inputs().values().isEmpty() && given.words().matches(".*(pcie|infiniband).*")
                ? Optional.of(given.quantity())
                : Optional.empty();
    }

    private static String path(String thing, String attribute) {
        return Facts.ROOT + thing + "." + attribute;
    }

    private static String attribute(String words) {
        boolean bus = words.matches(".*(pcie|infiniband).*") && !words.contains("device");
        if (bus || words.matches(".*(nvlink|interconnect|infinity fabric|xgmi|\\bici\\b|neuronlink|link).*")) {
            boolean network = words.matches(".*(infiniband|ethernet).*")
                    && !words.matches(".*(both|bidirectional|total|aggregate).*");
            return network || words.matches(".*(one.way|per direction|unidirectional|each way).*")
                    ? "link_one_way"
                    : "link_both_ways";
        }
        if (words.contains("bandwidth")) {
            return "memory_bandwidth";
        }
        if (words.matches(".*\\b(capacity|memory|hbm|vram)\\b.*")) {
            return "memory";
        }
        if (words.matches(".*\\b(tdp|power|watt).*")) {
            return "power";
        }
        return words.contains("price") ? "price" : peak(words);
    }

    /// The peak that is meant; dense unless it says sparse.
    private static String peak(String words) {
        boolean sparse = words.contains("sparsity=yes")
                || (words.contains("sparse") && !words.contains("dense") && !words.contains("sparsity=no"));
        String precision = List.of("fp8", "int8", "fp4", "tf32", "fp64", "fp32", "int4", "fp6").stream()
                .filter(words::contains)
                .findFirst()
                .orElse("bf16");
        if (precision.equals("fp32") || precision.equals("fp64")) {
            return precision;
        }
        return precision + (sparse ? "_sparse" : "_dense");
    }
}
