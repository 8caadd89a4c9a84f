package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.ENERGY;
import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.POWER;
import static dev.plumbline.formula.Measures.RATE;
import static dev.plumbline.formula.Measures.TIME;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Dimension.Kind;
import dev.plumbline.quantity.Function;
import dev.plumbline.quantity.Ratio;
import java.util.List;

/// What something costs in money, electricity and carbon.
final class Costs {
    private static final String GREENHOUSE = "Greenhouse Gas Protocol, scope 2 guidance, location-based method";

    private Costs() {}

    static List<Function> all() {
        return List.of(
                perThousand(),
                perMillionTokens(),
                idle(),
                egress(),
                storageCost(),
                ownership(),
                energy(),
                carbon(),
                embodied());
    }

    private static Function perThousand() {
        return Function.named("cost_per_1000")
                .about("what 1,000 predictions cost, or requests or anything else that is served")
                .formula("1000 × price / (rate × busy)")
                .source("definition")
                .takesAnything("price", "of all machines for a time, such as 12 USD/h")
                .takesCounted("rate", RATE, "what they can serve at full load")
                .takes("busy", NONE, "mean share of that load; the rest is paid idle")
                .gives(Costs::perServed, a -> 1000 * a[0] / (a[1] * a[2]));
    }

    private static Function perMillionTokens() {
        return Function.named("cost_per_million_tokens")
                .about("what a million tokens cost")
                .formula("1e6 × price / (rate × busy)")
                .source("definition")
                .takesAnything("price", "of all machines for a time, such as 12 USD/h")
                .takesCounted("rate", RATE, "tokens that they can write at full load, over all requests of a batch")
                .takes("busy", NONE, "mean share of that load; the rest is paid idle")
                .gives(Costs::perServed, a -> 1e6 * a[0] / (a[1] * a[2]));
    }

    /// Money alone, since the thousand or the million is named by the function.
    private static Dimension perServed(List<Dimension> arguments) {
        return arguments.getFirst().times(TIME);
    }

    private static Function idle() {
        return Function.named("idle_cost")
                .about("the part of a price that buys nothing")
                .formula("price × (1 - busy)")
                .source("definition")
                .takesAnything("price", "of all machines for a time")
                .takes("busy", NONE, "mean share of load")
                .gives(List::getFirst, a -> a[0] * (1 - Measures.share(a[1])));
    }

    private static Function egress() {
        return Function.named("egress")
                .about("what sending data out costs")
                .formula("traffic × price")
                .source("definition; prices are facts, see facts.egress and facts.cross_region")
                .takesAnything("traffic", "data, or data for a time")
                .takesAnything("price", "of a gigabyte, such as facts.egress.cost")
                .gives(a -> a.get(0).times(a.get(1)), a -> a[0] * a[1]);
    }

    private static Function storageCost() {
        return Function.named("storage_cost")
                .about("what keeping data costs for a time")
                .formula("size × price")
                .source("definition; prices are facts, see facts.object_storage")
                .takesCounted("size", DATA, "what is kept, copies included where the price is for one")
                .takesAnything("price", "of a gigabyte for a time, such as facts.object_storage.price")
                .gives(a -> a.get(1).times(DATA), a -> a[0] * a[1]);
    }

    private static Function ownership() {
        return Function.named("owned_price")
                .about("the price of an hour of a machine that is bought")
                .formula("purchase / (life × busy) + power × pue × electricity")
                .source("definition; total cost of ownership without staff and building")
                .takesAnything("purchase", "price of the machine, such as 250k USD")
                .takes("life", TIME, "how long it is used")
                .takes("busy", NONE, "share of that time in which it is used")
                .takesCounted("power", POWER, "drawn while used")
                .takes("pue", NONE, "electricity of the site over that of its machines, such as 115 %")
                .takesAnything("electricity", "price of energy, such as 0.1 USD/kWh")
                .gives(a -> moneyOf(a.getFirst()).per(TIME), a -> a[0] / (a[1] * a[2]) + a[3] * a[4] * a[5]);
    }

    private static Dimension moneyOf(Dimension dimension) {
        return dimension.powers().keySet().stream()
                .filter(base ->
                        base.kind() == Kind.MONEY && dimension.powerOf(base).equals(Ratio.ONE))
                .map(base -> Dimension.money(base.name()))
                .findFirst()
                .orElse(dimension);
    }

    private static Function energy() {
        return Function.named("energy")
                .about("the electricity that machines take from the grid")
                .formula("power × time × pue")
                .source("ISO/IEC 30134-2: PUE is the site's electricity over that of its machines")
                .takesCounted("power", POWER, "drawn by all machines; of one, if time is in machine hours")
                .takesCounted("time", TIME, "how long")
                .takes("pue", NONE, "such as facts.data_centre.pue_large; 100 % for the machines alone")
                .gives(ENERGY, a -> a[0] * a[1] * a[2]);
    }

    private static Function carbon() {
        return Function.named("carbon")
                .about("what making some electricity emits, as CO2e")
                .formula("energy × intensity")
                .source(GREENHOUSE)
                .takesCounted("energy", ENERGY, "as energy gives it")
                .takesCounted("intensity", Dimension.MASS.per(ENERGY), "of the grid, such as facts.frankfurt.carbon")
                .gives(Dimension.MASS, a -> a[0] * a[1]);
    }

    private static Function embodied() {
        return Function.named("embodied_carbon")
                .about("the share of making a machine that falls to a use of it")
                .formula("made × used / life")
                .source("Green Software Foundation, Software Carbon Intensity (ISO/IEC 21031), section M")
                .takesCounted("made", Dimension.MASS, "CO2e of making the machine")
                .takesCounted("used", TIME, "how long it is used for this")
                .takesCounted("life", TIME, "how long it is used in all")
                .gives(Dimension.MASS, a -> a[0] * a[1] / a[2]);
    }
}
