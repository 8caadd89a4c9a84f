package dev.plumbline.scale;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Machine;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expressions;
import java.util.List;

/// A change of a design.
public sealed interface Edit {
    /// What is changed, such as `ranker.replicas`.
    String name();

    /// What it is, in words.
    String was();

    /// What it would be, in words.
    String becomes();

    /// The design with it.
    Design in(Design design);

    /// An edit of how many there are, told to the last one.
    sealed interface Counted extends Edit {
        double from();

        double to();

        @Override
        default String was() {
            return Long.toString(Math.round(from()));
        }

        @Override
        default String becomes() {
            return Long.toString(Math.round(to()));
        }
    }

    /// A number that the design states.
    record Count(String name, double from, double to) implements Counted {
        @Override
        public Design in(Design design) {
            Definition stated = design.sheet().find(name).orElseThrow();
            return design.with(
                    List.of(Definition.of(name, Expressions.number(to)).placed(stated.place())));
        }
    }

    /// Into how many parts a component splits by key what it holds; one where it does not say.
    record Shards(String component, double from, double to) implements Counted {
        @Override
        public String name() {
            return component + ".shards";
        }

        @Override
        public Design in(Design design) {
            Component whole = Group.known(design.components(), component);
            return design.with(
                    whole.split(new Amount(name(), whole.place())),
                    List.of(Definition.of(name(), Expressions.number(to))
                            .placed(whole.place().address())));
        }
    }

    /// What a replica of a component runs on.
    record Larger(String component, Machine from, Machine to) implements Edit {
        @Override
        public String name() {
            return component + ".on";
        }

        @Override
        public String was() {
            return words(from);
        }

        @Override
        public String becomes() {
            return words(to);
        }

        @Override
        public Design in(Design design) {
            return design.with(Group.known(design.components(), component).on(to), List.of());
        }

        private static String words(Machine machine) {
            return machine.count() == 1 ? machine.name() : machine.count() + " x " + machine.name();
        }
    }
}
