package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Machine;
import dev.plumbline.design.Region;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Electricity of machines and training, with that of the site around them, and what the grids there emit for it.
///
/// A machine draws its idle power and, in proportion to how busy it is, the rest up to its full power (Barroso and
/// Hölzle, 2007); one whose load is unknown counts as half busy.
final class Energy {
    private static final String SITE = "facts.data_centre.pue_large";
    private static final Set<String> MANAGED = Set.of("cache", "db", "search", "valkey");
    private static final Unit MONTHLY = Formulas.unit("kWh", "month");
    private static final Unit EMITTED = Formulas.unit("kg", "month");
    private static final double HALF = 0.5;

    private final Formulas formulas;
    private final List<Expression> powers = new ArrayList<>();
    private final List<Expression> emissions = new ArrayList<>();
    private final List<Expression> shared = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean placed = true;

    private Energy(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Energy energy = new Energy(formulas);
        formulas.design().components().values().forEach(energy::component);
        formulas.design().models().values().forEach(energy::training);
        energy.totals();
        energy.gaps();
    }

    private void component(Component component) {
        if (component.machine().isEmpty()) {
            return;
        }
        String name = component.name();
        Machine machine = component.machine().get();
        Expression busy = formulas.has(name + ".busy")
                ? Expressions.call("min", Expressions.number(1), Expressions.name(name + ".busy"))
                : Expressions.number(HALF);
        Optional<Expression> one = draw(machine, busy);
        if (one.isEmpty()) {
            unknown.add(machine.name());
            return;
        }
        Expression power = formulas.detail(Topic.ENERGY, name + ".machine_power", one.get());
        Expression machines = count(formulas.replicas(component), machine);
        add(name + ".energy", Expressions.times(machines, power), component.regions());
    }

    /// A training runs at full power.
    private void training(TrainedModel model) {
        Optional<Machine> machine = model.machine();
        Optional<Expression> one = machine.flatMap(each -> draw(each, Expressions.number(1)));
        if (one.isPresent() && model.takes().isPresent() && model.every().isPresent()) {
            Expression share = Expressions.over(
                    Expressions.name(model.takes().get().name()),
                    Expressions.name(model.every().get().name()));
            Expression power = formulas.detail(Topic.ENERGY, model.name() + ".training_power", one.get());
            Expression machines = count(share, machine.get());
            add(model.name() + ".training_energy", Expressions.times(machines, power), List.of());
        }
    }

    private static Expression count(Expression of, Machine machine) {
        return machine.count() == 1 ? of : Expressions.times(of, Expressions.number(machine.count()));
    }

    private void add(String name, Expression drawn, Collection<String> regions) {
        Expression site = formulas.fact(SITE).orElseGet(() -> Expressions.number(1));
        Expression power = formulas.put(Topic.ENERGY, name, Expressions.times(drawn, site), MONTHLY);
        powers.add(power);
        if (regions.isEmpty()) {
            shared.add(power);
        } else {
            grid(regions).ifPresentOrElse(each -> emissions.add(Expressions.times(power, each)), () -> placed = false);
        }
    }

    /// The power of one machine that is busy for that share.
    private Optional<Expression> draw(Machine machine, Expression busy) {
        return formulas.fact(machine.fact() + ".power")
                .flatMap(full -> accelerator(full, busy))
                .or(() -> server(machine, busy));
    }

    private Optional<Expression> accelerator(Expression full, Expression busy) {
        Optional<Expression> idle = formulas.fact("facts.accelerator_power.idle");
        Optional<Expression> host = formulas.fact("facts.accelerator_power.host");
        if (idle.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        Expression share = Expressions.plus(
                idle.get(), Expressions.times(Expressions.minus(Expressions.number(1), idle.get()), busy));
        return Optional.of(Expressions.times(full, Expressions.plus(share, host.get())));
    }

    private Optional<Expression> server(Machine machine, Expression busy) {
        String fact = vcpu(machine);
        Optional<Expression> threads = formulas.fact(fact + ".vcpu");
        Optional<Expression> memory = formulas.fact(fact + ".memory");
        Optional<Expression> idle = formulas.fact("facts.server_power.idle");
        Optional<Expression> full = formulas.fact("facts.server_power.busy");
        Optional<Expression> stored = formulas.fact("facts.server_power.memory");
        if (threads.isEmpty() || memory.isEmpty() || idle.isEmpty() || full.isEmpty() || stored.isEmpty()) {
            return Optional.empty();
        }
        Expression more = Expressions.times(Expressions.minus(full.get(), idle.get()), busy);
        return Optional.of(Expressions.plus(
                Expressions.times(threads.get(), Expressions.plus(idle.get(), more)),
                Expressions.times(memory.get(), stored.get())));
    }

    /// A managed node is the machine of that name: `cache.r7g.large` is an `r7g.large`.
    private static String vcpu(Machine machine) {
        String key = machine.fact().substring(Facts.ROOT.length());
        int first = key.indexOf('_');
        return first > 0 && MANAGED.contains(key.substring(0, first))
                ? Facts.ROOT + key.substring(first + 1)
                : machine.fact();
    }

    /// The emission of a kilowatt-hour: of these regions alike, or of all as the load is shared among them.
    private Optional<Expression> grid(Collection<String> regions) {
        List<Expression> weighted = new ArrayList<>();
        List<Expression> weights = new ArrayList<>();
        for (Region region : formulas.design().regions().values()) {
            boolean counts = regions.isEmpty() || regions.contains(region.name());
            Optional<Expression> carbon = formulas.fact(Facts.ROOT + Facts.key(region.at()) + ".carbon");
            if (counts && carbon.isPresent()) {
                Expression weight = region.share()
                        .filter(_ -> regions.isEmpty())
                        .map(Amount::name)
                        .<Expression>map(Expressions::name)
                        .orElseGet(() -> Expressions.number(1));
                weights.add(weight);
                weighted.add(Expressions.times(weight, carbon.get()));
            }
        }
        return weighted.isEmpty()
                ? Optional.empty()
                : Optional.of(Expressions.over(Expressions.sum(weighted), Expressions.sum(weights)));
    }

    private void totals() {
        if (powers.isEmpty()) {
            return;
        }
        Expression energy = formulas.put(Topic.ENERGY, "energy", Expressions.sum(powers), MONTHLY);
        if (!shared.isEmpty()) {
            Expression common = shared.size() == powers.size() ? energy : Expressions.sum(shared);
            grid(List.of())
                    .map(each -> formulas.put(Topic.ENERGY, "grid_carbon", each))
                    .ifPresentOrElse(grid -> emissions.add(Expressions.times(common, grid)), () -> placed = false);
        }
        if (placed) {
            formulas.put(Topic.ENERGY, "carbon", Expressions.sum(emissions), EMITTED);
        }
        if (formulas.has("requests")) {
            per("energy", Formulas.unit("Wh", "req"));
        }
        if (placed && formulas.has("requests")) {
            per("carbon", Formulas.unit("g", "req"));
        }
    }

    private void per(String total, Unit shown) {
        formulas.put(
                Topic.ENERGY,
                total + "_per_request",
                Expressions.over(Expressions.name(total), Expressions.name("requests")),
                shown);
    }

    private void gaps() {
        if (!unknown.isEmpty()) {
            formulas.gap(
                    Topic.ENERGY,
                    "the energy of " + String.join(", ", unknown),
                    "name machines whose threads and memory, or power, \"plumbline facts\" knows");
        }
        if (!placed || (powers.isEmpty() && formulas.design().regions().isEmpty())) {
            formulas.gap(Topic.ENERGY, "carbon", "say where it runs: \"regions: {eu: {at: Frankfurt, share: 100 %}}\"");
        }
    }
}
