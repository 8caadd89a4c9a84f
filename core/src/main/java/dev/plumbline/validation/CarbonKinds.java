package dev.plumbline.validation;

import java.util.List;

/// Electricity, carbon and money.
final class CarbonKinds {
    private static final String USED = "energy({watts W}, {gpu_hours h}, {pue = 100 %})";

    private CarbonKinds() {}

    static List<Kind> all() {
        return List.of(
                Template.of("carbon(" + USED + ", {intensity_kg kg/kWh})"),
                Template.of("carbon(" + USED + ", {intensity_g g/kWh})"),
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
                Template.of("{usd_per_hour USD/h} * {hours h}"),
                Template.of("cost_per_million_tokens({usd_per_hour USD/h}, {tok_per_s token/s}, {utilisation = 100"
                        + " %}) / 1M"),
                Template.of("cost_per_1000({usd_per_hour USD/h}, {rps req/s}, {utilisation = 100 %})")
                        .says("per 1000", "per 1,000", "per 1k", "per thousand"),
                Template.of("cost_per_1000({usd_per_hour USD/h}, {rps req/s}, {utilisation = 100 %}) / 1000"));
    }
}
