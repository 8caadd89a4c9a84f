package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Generator;
import dev.plumbline.quantity.Expression.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripProperty {
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private static final List<String> WORDS = List.of(
            "ns", "ms", "s", "min", "h", "day", "month", "year", "B", "GB", "KiB", "bit", "FLOP", "TFLOP", "J", "kWh",
            "W", "kg", "t", "km", "USD", "EUR", "user", "req", "token", "load", "rps", "Gbps", "%");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reading_a_print_gives_the_quantity_back_to_the_digits_printed(long seed) {
        var random = new Generator(seed);
        for (int i = 0; i < 400; i++) {
            double value = Math.exp((random.nextDouble() - 0.4) * 60);
            Quantity quantity = new Quantity(value, unit(random).dimension());
            String print = quantity.toString();
            Quantity back = value(print);
            assertThat(back.dimension()).as(print).isEqualTo(quantity.dimension());
            assertThat(back.value()).as(print).isCloseTo(value, within(value * 0.00501));
            assertThat(back).as(print).hasToString(print);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reading_a_print_in_the_authors_unit_gives_the_quantity_back(long seed) {
        var random = new Generator(seed);
        for (int i = 0; i < 400; i++) {
            double value = Math.exp((random.nextDouble() - 0.4) * 60);
            Unit unit = unit(random);
            Quantity quantity = new Quantity(value, unit.dimension());
            String print = Scale.of(quantity, unit).print(quantity);
            assertThat(value(print).value()).as(print).isCloseTo(value, within(value * 0.00501));
            assertThat(value(print).dimension()).as(print).isEqualTo(quantity.dimension());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void reading_the_print_of_a_formula_gives_the_same_tree(long seed) {
        var random = new Generator(seed);
        for (int i = 0; i < 300; i++) {
            Expression tree = tree(random, 4);
            String text = Printer.print(tree);
            Expression back = SheetReader.expression(text);
            assertThat(Printer.print(back)).isEqualTo(text);
            assertThat(bare(back)).as(text).isEqualTo(bare(tree));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_text_makes_the_parser_throw(long seed) {
        var random = new Generator(seed);
        List<String> bits = List.of(
                "3", "4.5", "1e6", "k", "bn", "B", " ", " ", "ms", "user", "/", "*", "-", "^", "..", "(", ")", ",",
                "if", "min", "mean", "a.b", "$", "%", "<", "=", "_", ".", "€", "é", "\u0000", "\"", "NaN", "2", "\n",
                "\ud800");
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.below(9); j >= 0; j--) {
                text.append(bits.get(random.below(bits.size())));
            }
            Parsed parsed = Parser.parse(text.toString(), SheetReader.UNITS);
            assertThat(parsed.found().isPresent()).isEqualTo(parsed.faults().isEmpty());
            parsed.faults().forEach(fault -> {
                assertThat(fault.start()).isBetween(0, fault.end());
                assertThat(fault.end()).isLessThanOrEqualTo(text.length());
                assertThat(List.of(fault.what(), fault.why(), fault.mend())).noneMatch(String::isBlank);
            });
        }
    }

    private static Quantity value(String print) {
        Checked checked = SheetReader.sound("x: " + print);
        return new Quantity(
                Valuation.of(checked, new Worlds(1, 1)).value("x", 0),
                checked.dimension("x").orElseThrow());
    }

    private static Unit unit(Generator random) {
        Unit unit = Unit.NONE;
        int words = random.below(4);
        for (int i = 0; i < words; i++) {
            // The last word is %, which is written directly after the number or not at all.
            int choices = i == 0 ? WORDS.size() : WORDS.size() - 1;
            UnitWord word = SheetReader.UNITS.get(WORDS.get(random.below(choices)));
            unit = unit.times(word, Ratio.of(i == 0 || random.below(3) == 0 ? 1 : -1));
        }
        return unit;
    }

    private static Expression tree(Generator random, int depth) {
        int kind = depth == 0 ? random.below(3) : random.below(9);
        return switch (kind) {
            case 0, 1 -> literal(random);
            case 2 ->
                Expressions.name(List.of("daily_users", "ranker.replicas", "facts.h100.memory")
                        .get(random.below(3)));
            case 3 -> new Expression.Negated(tree(random, depth - 1), Span.NONE);
            case 4 -> Expressions.choice(tree(random, depth - 1), tree(random, depth - 1), tree(random, depth - 1));
            case 5 -> Expressions.call("max", tree(random, depth - 1), tree(random, depth - 1));
            case 6 -> range(random, depth);
            case 7 -> Expressions.mean("gateway.time");
            default -> {
                Operator operator = OPERATORS.get(random.below(OPERATORS.size()));
                yield Expressions.binary(operator, tree(random, depth - 1), tree(random, depth - 1));
            }
        };
    }

    private static Expression range(Generator random, int depth) {
        Expression low = tree(random, depth - 1);
        Expression high = tree(random, depth - 1);
        // A plain number before a number with a unit would take over that unit when it is read.
        boolean shares = low.writtenUnit().isEmpty() && high.writtenUnit().isPresent();
        return new Expression.Unknown(UnknownShape.BETWEEN, List.of(shares ? high : low, high), Span.NONE);
    }

    private static Expression literal(Generator random) {
        BigDecimal number = BigDecimal.valueOf(random.below(100_000))
                .movePointLeft(random.below(5))
                .scaleByPowerOfTen(random.below(3) * 3)
                .stripTrailingZeros();
        return new Expression.Literal(number, positive(unit(random)), Span.NONE);
    }

    /// A unit as the grammar of literals has it: one word above the line, any number below.
    private static Unit positive(Unit unit) {
        List<Unit.Part> parts = new ArrayList<>();
        for (Unit.Part part : unit.parts()) {
            parts.add(new Unit.Part(part.word(), Ratio.of(parts.isEmpty() ? 1 : -1)));
        }
        return new Unit(parts);
    }

    /// The tree without its places.
    private static Expression bare(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var number, var unit, var span) ->
                new Expression.Literal(number.stripTrailingZeros(), unit, Span.NONE);
            case Expression.Name(var path, var span) -> new Expression.Name(path, Span.NONE);
            case Expression.Negated(var of, var span) -> new Expression.Negated(bare(of), Span.NONE);
            case Expression.Binary(var operator, var left, var right, var span) ->
                Expressions.binary(operator, bare(left), bare(right));
            case Expression.Choice(var condition, var then, var otherwise, var span) ->
                Expressions.choice(bare(condition), bare(then), bare(otherwise));
            case Expression.Call(var function, var arguments, var span) ->
                new Expression.Call(
                        function,
                        arguments.stream().map(RoundTripProperty::bare).toList(),
                        Span.NONE);
            case Expression.Unknown(var shape, var parameters, var span) ->
                new Expression.Unknown(
                        shape, parameters.stream().map(RoundTripProperty::bare).toList(), Span.NONE);
            case Expression.Summary(var figure, var of, var detail, var span) ->
                new Expression.Summary(
                        figure,
                        new Expression.Name(of.path(), Span.NONE),
                        detail.stream().map(RoundTripProperty::bare).toList(),
                        Span.NONE);
        };
    }
}
