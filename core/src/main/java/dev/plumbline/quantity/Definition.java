package dev.plumbline.quantity;

import java.util.List;
import java.util.Optional;

/// A name and what it stands for, with all that a reader of a number wants to know about it.
///
/// @param name such as `daily_users`, `ranker.replicas` or `facts.h100.memory_bandwidth`
/// @param origin who says so
/// @param text the formula as written; empty when Plumbline made it
/// @param source where the author has it from; may be empty
/// @param place where it is written, as a message would say it, such as `design.yaml:7`; may be empty
/// @param display the unit to print it in, if one was asked for
/// @param growth how it grows, if it does
public record Definition(
        String name,
        Content content,
        Origin origin,
        String text,
        String source,
        String place,
        Optional<Unit> display,
        Optional<Growth> growth) {

    /// Who says what a name stands for.
    public enum Origin {
        /// The design's author, under `assume` or as a property of a part.
        ASSUMED,
        /// The knowledge base.
        FACT,
        /// Plumbline, by a formula.
        DERIVED,
        /// Plumbline, since nothing was given.
        DEFAULT
    }

    /// A definition of the author's.
    public static Definition of(String name, Content content) {
        return new Definition(name, content, Origin.ASSUMED, "", "", "", Optional.empty(), Optional.empty());
    }

    /// A formula of Plumbline's own.
    public static Definition derived(String name, Expression formula) {
        return of(name, formula).from(Origin.DERIVED);
    }

    public Definition from(Origin other) {
        return new Definition(name, content, other, text, source, place, display, growth);
    }

    /// @param written the text that `content` was read from; spans count in it
    public Definition written(String written) {
        return new Definition(name, content, origin, written, source, place, display, growth);
    }

    public Definition sourced(String where) {
        return new Definition(name, content, origin, text, where, place, display, growth);
    }

    public Definition placed(String where) {
        return new Definition(name, content, origin, text, source, where, display, growth);
    }

    public Definition shownIn(Unit unit) {
        return new Definition(name, content, origin, text, source, place, Optional.of(unit), growth);
    }

    public Definition growing(Growth rate) {
        return new Definition(name, content, origin, text, source, place, display, Optional.of(rate));
    }

    /// The formula: as written, or as Plumbline would write it.
    public String formula() {
        return text.isEmpty() ? Printer.print(content) : text;
    }

    /// The unit to print it in: the one asked for, or the one its only number was written with.
    public Optional<Unit> unit() {
        return display.or(() -> content instanceof Expression expression ? unitOf(expression) : Optional.empty());
    }

    private static Optional<Unit> unitOf(Expression expression) {
        return expression instanceof Expression.Unknown unknown
                ? unknown.parameters().getLast().writtenUnit()
                : expression.writtenUnit();
    }

    /// Whether nothing stands behind it: neither another name nor a formula.
    public boolean isLeaf() {
        return content.roots().stream().allMatch(root -> root.names().isEmpty());
    }

    /// The names it uses, in the order of the text, those of its growth last; never the batch's own `size`.
    public List<String> uses() {
        var names = new java.util.LinkedHashSet<String>();
        content.roots().forEach(root -> names.addAll(root.names()));
        if (content instanceof Varying) {
            names.remove(Varying.SIZE);
        }
        growth.ifPresent(rate -> names.addAll(rate.rate().names()));
        return List.copyOf(names);
    }
}
