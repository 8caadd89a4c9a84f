package dev.plumbline.quantity;

import dev.plumbline.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

/// Every name's value in every world. Immutable, and the same bits for the same sheet, worlds and version on any
/// machine with any number of threads. Cost: 100,000 worlds of 100 names with 40 unknowns take less than a fifth
/// of a second on two cores; large counts are shared among the threads of the pool that calls.
public final class Valuation {
    private final Checked checked;
    private final Worlds worlds;
    private final Program program;
    private final Draws draws;
    private final double[][] columns;

    private Valuation(Checked checked, Worlds worlds, double later) {
        this(checked, worlds, later, _ -> worlds.seed());
    }

    private Valuation(Checked checked, Worlds worlds, double later, IntToLongFunction seeds) {
        if (!checked.isSound()) {
            throw new IllegalArgumentException("A sheet with faults has no values: %s"
                    .formatted(checked.findings().getFirst()));
        }
        this.checked = checked;
        this.worlds = worlds;
        this.program = new Program(checked, later);
        this.draws = new Draws(worlds, program.draws(), seeds);
        this.columns = new double[program.slots().size()][worlds.count()];
        blocks((evaluator, from, count) -> {
            for (int slot = 0; slot < columns.length; slot++) {
                evaluator.fill(program.slots().get(slot), from, count, columns[slot], from);
            }
        });
    }

    /// The values today.
    ///
    /// @throws IllegalArgumentException when the sheet has faults
    public static Valuation of(Checked checked, Worlds worlds) {
        return new Valuation(checked, worlds, 0);
    }

    /// The values after some time of growth.
    ///
    /// @param later a time
    /// @throws IllegalArgumentException when the sheet has faults
    public static Valuation after(Checked checked, Worlds worlds, Quantity later) {
        return new Valuation(checked, worlds, later.in(Unit.of(Units.standard().get("s"))));
    }

    /// The values today in the same worlds, but for one unknown, which is drawn by another seed.
    ///
    /// @param draw the number of the unknown
    Valuation swapped(int draw, long seed) {
        return new Valuation(checked, worlds, 0, each -> each == draw ? seed : worlds.seed());
    }

    /// All unknowns, by their numbers.
    List<Program.Draw> draws() {
        return program.draws();
    }

    /// The rank of an unknown in every world, from 0; not to be changed.
    int[] ranks(int draw) {
        return draws.ranks(draw);
    }

    /// The definitions that a name depends on, itself included; growth is named as the draws name it.
    Set<String> behind(String name) {
        Set<String> reached = new HashSet<>();
        reach(name, reached);
        return reached;
    }

    private interface Block {
        void run(Evaluator evaluator, int from, int count);
    }

    private void blocks(Block block) {
        int blocks = (worlds.count() + Evaluator.BLOCK - 1) / Evaluator.BLOCK;
        Draws.range(blocks, worlds.count()).forEach(i -> {
            int from = i * Evaluator.BLOCK;
            block.run(new Evaluator(columns, draws), from, Math.min(Evaluator.BLOCK, worlds.count() - from));
        });
    }

    public Checked checked() {
        return checked;
    }

    public Worlds worlds() {
        return worlds;
    }

    /// The dimension of a name.
    ///
    /// @throws IllegalArgumentException when the sheet does not define it
    public Dimension dimension(String name) {
        return checked.dimension(name).orElseThrow(() -> missing(name));
    }

    /// The value of a name in each world, in base units.
    ///
    /// @throws IllegalArgumentException when the sheet does not define it, or it varies
    public double[] values(String name) {
        return values(root(name));
    }

    /// The value of a name in one world, in base units; see [#values(String)].
    public double value(String name, int world) {
        return root(name) instanceof Node.Column(var slot) ? columns[slot][world] : values(name)[world];
    }

    /// The value in each world of a formula over the sheet's names that has no unknowns of its own. It must have been
    /// checked by whoever built it.
    public double[] values(Expression expression) {
        return values(program.adHoc(expression));
    }

    private double[] values(Node node) {
        double[] values = new double[worlds.count()];
        blocks((evaluator, from, count) -> evaluator.fill(node, from, count, values, from));
        return values;
    }

    private Node root(String name) {
        List<Node> roots = program.roots(name);
        Content content = definition(name).content();
        if (roots.size() != 1 || !(content instanceof Expression || content instanceof Varying.Constant)) {
            throw new IllegalArgumentException("\"%s\" varies and has no one value.".formatted(name));
        }
        return roots.getFirst();
    }

    private Definition definition(String name) {
        return checked.sheet().find(name).orElseThrow(() -> missing(name));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("The sheet does not define \"%s\".".formatted(name));
    }

    /// The median and 90 % interval of a name over worlds.
    public Spread spread(String name) {
        return root(name) instanceof Node.Fixed(var value) ? new Spread(value, value, value) : Spread.of(values(name));
    }

    /// The share of worlds in which a name's value meets a condition, from 0 to 1.
    public double share(String name, DoublePredicate condition) {
        return (double) Arrays.stream(values(name)).filter(condition).count() / worlds.count();
    }

    /// What a varying name's values are distributed like in one world, in base units. A name that does not vary is a
    /// constant.
    ///
    /// @throws IllegalArgumentException when it is not defined, depends on a batch's size, or cannot be there
    public Distribution distribution(String name, int world) {
        return distribution(name, world, program.roots(name));
    }

    /// The same for a batch of a size.
    public Distribution distribution(String name, int world, int size) {
        List<Node> roots = definition(name).content() instanceof Varying varying && varying.sized()
                ? program.sized(name, varying, new Node.Fixed(size))
                : program.roots(name);
        return distribution(name, world, roots);
    }

    private Distribution distribution(String name, int world, List<Node> roots) {
        Content content = definition(name).content();
        if (roots.size() != content.roots().size()) {
            throw new IllegalArgumentException("\"%s\" depends on the size of a batch.".formatted(name));
        }
        double[] parameters = new double[roots.size()];
        var evaluator = new Evaluator(columns, draws);
        for (int i = 0; i < parameters.length; i++) {
            evaluator.fill(roots.get(i), world, 1, parameters, i);
        }
        return switch (content) {
            case Expression expression -> new dev.plumbline.probability.Constant(parameters[0]);
            case Varying varying -> varying.in(parameters);
        };
    }

    /// What turned out to be impossible only when computed: values that are not finite, and distributions that cannot
    /// be. Empty for a sane design.
    public List<Finding> findings() {
        return new Soundness(this, program).findings();
    }

    /// The unknowns that a name depends on, the one that moves it most first; equal ones in the sheet's order.
    ///
    /// @throws IllegalArgumentException when the sheet does not define it, or it varies
    public List<Driver> drivers(String name) {
        return drivers(values(name), behind(name)::contains);
    }

    /// All unknowns, the one that moves a result most first.
    ///
    /// @param results of some computation on these worlds, one for each
    public List<Driver> drivers(double[] results) {
        return drivers(results, _ -> true);
    }

    private List<Driver> drivers(double[] results, Predicate<String> wanted) {
        double[] ranks = Ranks.of(results);
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < program.draws().size(); i++) {
            Program.Draw draw = program.draws().get(i);
            if (wanted.test(draw.definition())) {
                drivers.add(new Driver(
                        draw.definition(),
                        draw.ordinal(),
                        Printer.print(draw.unknown()),
                        Ranks.correlation(ranks, draws.ranks(i))));
            }
        }
        drivers.sort(Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.correlation())));
        return drivers;
    }

    private void reach(String name, Set<String> reached) {
        if (reached.add(name)) {
            checked.sheet().find(name).ifPresent(definition -> {
                reached.add(name + " growth");
                definition.uses().forEach(used -> reach(used, reached));
            });
        }
    }

    /// The value in each world of one unknown as it is written under a name.
    double[] unknown(String definition, int ordinal) {
        for (int i = 0; i < program.draws().size(); i++) {
            Program.Draw draw = program.draws().get(i);
            if (draw.definition().equals(definition) && draw.ordinal() == ordinal) {
                return values(program.unknown(i));
            }
        }
        throw missing(definition);
    }
}
