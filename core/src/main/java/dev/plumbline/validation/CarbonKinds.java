package dev.plumbline.validation;

import java.util.List;
import java.util.Optional;

/// Electricity, carbon and money.
final class CarbonKinds {
    private static final String USED = "energy({watts W}, {gpu_hours h}, {pue = 100 %})";

    private CarbonKinds() {}

    static List<Kind> all(Things things) {
        return List.of(
                Template.of("carbon(" + USED + ", {intensity_kg kg/kWh})"),
                Template.of("carbon(" + USED + ", {intensity_g g/kWh})"),
                Template.of("carbon({mwh MWh} * {pue = 1}, {intensity_kg kg/kWh})"),
                Template.of("carbon({mwh MWh} * {pue = 1}, {intensity_g g/kWh})"),
                Template.of("embodied_carbon({made_kg kg}, {used_h h}, {life_years year})"),
                Template.of("energy({watts W} * {gpus = 1}, 1 s, {pue = 100 %}) / ({lambda} * 1)")
                        .says("per query", "per request", "per inference", "per token"),
                Template.of("energy({watts W} * {gpus = 1}, {hours h}, {pue = 100 %})"),
                Template.of("energy({watts W} * {gpus = 1}, {days day}, {pue = 100 %})"),
                given -> grid(things, given),
                given -> price(things, given),
                Template.of(USED),
                Template.of("carbon({kwh kWh} * {pue = 1}, {intensity_g g/kWh})"),
                Template.of("carbon({kwh kWh} * {pue = 1}, {intensity_kg kg/kWh})"),
                Template.of("{kwh kWh} * {pue}"),
                Template.of("egress({tb TB} / (1 month), {usd_per_gb USD/GB}) * 1 month"),
                Template.of("egress({gb GB} / (1 month), {usd_per_gb USD/GB}) * 1 month"),
                Template.of("storage_cost({gb GB}, {usd_per_gb_month USD/GB/month}) * 1 month"),
                Template.of("storage_cost({tb TB}, {usd_per_gb_month USD/GB/month}) * 1 month"),
                Template.of("{dynamic t} + {idle t} + {embodied t}"),
                Template.of("{usd USD} / {gpu_hours h}"),
                Template.of("{usd_per_hour USD/h} * {gpu_hours h}"),
                Template.of("{usd_per_hour USD/h} * {gpus = 1} * {hours h}"),
                Template.of("{usd_per_hour USD/h} * {gpus = 1} * {days day}"),
                Template.of("{tokens} * {usd_per_mtok USD} / 1M"),
                Template.of("{requests} * {usd_per_1k USD} / 1000"),
                Template.of("idle_cost({usd_per_hour USD/h}, {busy}) * 1 h").says("idle"),
                Template.of("cost_per_million_tokens({usd_per_hour USD/h}, {tok_per_s token/s}, {utilisation = 100"
                        + " %}) / 1M"),
                Template.of("cost_per_1000({usd_per_hour USD/h}, {rps req/s}, {utilisation = 100 %})")
                        .says("per 1000", "per 1,000", "per 1k", "per thousand"),
                Template.of("cost_per_1000({usd_per_hour USD/h}, {rps req/s}, {utilisation = 100 %}) / 1000"));
    }

    /// What the grid of a place emits, by its name.
    private static Optional<String> grid(Things things, Case given) {
        return given.inputs()
                .find("zone", "region", "country", "place", "grid", "at")
                .filter(_ -> given.words().matches(".*(carbon|grid|intensity).*"))
                .flatMap(place -> things.thing(place, "carbon"))
                .map(place -> ModelKinds.path(place, "carbon"));
    }

    /// A price on demand, of a machine, of a class of storage, or of data that leaves.
    private static Optional<String> price(Things things, Case given) {
        boolean sums = given.inputs().values().values().stream().anyMatch(value -> value.matches("[0-9.eE+-]+"));
        if (sums || !given.unit().contains("USD")) {
            return Optional.empty();
        }
        Optional<String> machine = given.inputs().find("device", "dev", "machine", "instance", "gpu");
        if (machine.isPresent()) {
            return things.thing(machine.get(), "price").map(thing -> ModelKinds.path(thing, "price"));
        }
        String words =
                given.words() + " " + given.inputs().text().replace('=', ' ').replace(';', ' ');
        return given.unit().contains("/")
                ? things.thing(words, "price")
                        .map(thing -> ModelKinds.path(thing, "price"))
                        .or(() -> things.thing(words, "cost").map(thing -> ModelKinds.path(thing, "cost")))
                : Optional.empty();
    }
}
