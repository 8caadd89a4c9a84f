package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Figure;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Expression.Negated;
import dev.plumbline.quantity.Expression.Operator;
import dev.plumbline.quantity.Lexer.Kind;
import dev.plumbline.quantity.Lexer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads expressions. From loosest to tightest: `..`, comparison, `+ -`, `* /`, sign, `^` (to the right), unit.
///
/// A unit follows its number and runs on over `/` as long as the next word is a unit. A unit at the right end of
/// `a .. b` holds for both ends if the left has none. A user's mistake is a fault, never an exception.
public final class Parser {
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST,
            "==", Operator.EQUAL,
            "!=", Operator.DIFFERENT);

    private static final int DEEPEST = 100;
    private static final int LONGEST = 2000;

    private final String text;
    private final List<Token> tokens;
    private final List<Fault> faults;
    private final Literals literals;
    private int at;
    private int depth;

    private Parser(String text, Units units) {
        this.text = text;
        this.faults = new ArrayList<>();
        this.tokens = Lexer.cut(text, faults);
        this.literals = new Literals(this, units);
    }

    /// Reads a text. Faults are all that could be found, in the order of the text; reading goes on after a unit that is
    /// not known, and stops where the grammar is lost.
    public static Parsed parse(String text, Units units) {
        var parser = new Parser(text, units);
        Expression expression = parser.whole();
        if (parser.faults.isEmpty()) {
            return new Parsed.Good(expression);
        }
        parser.faults.sort(Comparator.comparingInt(Fault::start));
        return new Parsed.Faulty(parser.faults);
    }

    /// Thrown where the grammar is lost, after the fault was noted; never leaves this class.
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("the grammar is lost", null, false, false);
        }
    }

    private Expression whole() {
        try {
            if (peek().kind() == Kind.END) {
                throw lost(
                        new Span(0, text.length()),
                        "there is no value here",
                        "an expression needs at least a number or a name",
                        "write a value such as 8 ms");
            }
            if (tokens.size() > LONGEST) {
                throw lost(
                        new Span(0, text.length()),
                        "this formula has more than %d parts".formatted(LONGEST),
                        "nobody could read it",
                        "give parts of it names of their own");
            }
            Expression expression = range();
            if (peek().kind() != Kind.END) {
                throw leftOver();
            }
            return expression;
        } catch (Lost lost) {
            return Expressions.number(0);
        }
    }

    private Expression range() {
        deeper();
        Expression low = comparison();
        if (peek().is("..")) {
            take();
            Expression high = comparison();
            Span span = low.span().to(high.span());
            if (peek().is("..")) {
                throw lost(
                        peek().span(),
                        "a range has two ends, \"%s\" has more".formatted(text.strip()),
                        "a .. b says: 90 % sure that the value lies between a and b",
                        "write {unknown: {p5: a, p50: b, p95: c}} for three points");
            }
            low = new Expression.Unknown(UnknownShape.BETWEEN, List.of(withUnitOf(low, high), high), span);
        }
        depth--;
        return low;
    }

    /// `4 .. 8 ms`: the unit at the right end holds for both.
    private static Expression withUnitOf(Expression low, Expression high) {
        Optional<Unit> unit = high.writtenUnit();
        if (low instanceof Negated negated) {
            return new Negated(withUnitOf(negated.of(), high), negated.span());
        }
        return low instanceof Literal literal && literal.unit().isNone() && unit.isPresent()
                ? new Literal(literal.number(), unit.get(), literal.span())
                : low;
    }

    private Expression comparison() {
        Expression left = sum();
        Operator operator = COMPARISONS.get(peek().text());
        if (operator == null) {
            return left;
        }
        take();
        Expression right = sum();
        if (COMPARISONS.containsKey(peek().text())) {
            throw lost(
                    peek().span(),
                    "comparisons cannot be chained",
                    "a < b < c would compare the answer of a < b with c",
                    "compare twice: if(a < b, b < c, 0)");
        }
        return new Binary(operator, left, right, left.span().to(right.span()));
    }

    private Expression sum() {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            Operator operator = take().is("+") ? Operator.ADD : Operator.SUBTRACT;
            Expression right = product();
            left = new Binary(operator, left, right, left.span().to(right.span()));
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (peek().is("*") || peek().is("/")) {
            Operator operator = take().is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
            Expression right = signed();
            left = new Binary(operator, left, right, left.span().to(right.span()));
        }
        return left;
    }

    private Expression signed() {
        if (!peek().is("-") && !peek().is("+")) {
            return power();
        }
        deeper();
        Token sign = take();
        Expression of = signed();
        depth--;
        return sign.is("-") ? new Negated(of, sign.span().to(of.span())) : of;
    }

    /// What is nested without end must not overflow the stack.
    private void deeper() {
        if (++depth > DEEPEST) {
            throw lost(
                    peek().span(),
                    "this is nested more than %d deep".formatted(DEEPEST),
                    "nobody could read it",
                    "give the inner parts names of their own");
        }
    }

    private Expression power() {
        Expression base = operand();
        if (!peek().is("^")) {
            return base;
        }
        take();
        deeper();
        Expression exponent = signed();
        depth--;
        return new Binary(Operator.POWER, base, exponent, base.span().to(exponent.span()));
    }

    private Expression operand() {
        Token token = peek();
        if (token.kind() == Kind.NUMBER || literals.isCurrencySign(token)) {
            return literals.read();
        }
        if (token.kind() == Kind.WORD) {
            take();
            return peek().is("(") ? call(token) : literals.word(token);
        }
        if (token.is("(")) {
            take();
            Expression inner = range();
            close(token);
            return inner;
        }
        throw missingOperand(token);
    }

    private Expression call(Token name) {
        Token open = take();
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(range());
            while (peek().is(",")) {
                take();
                arguments.add(range());
            }
        }
        Span span = name.span().to(close(open).span());
        return switch (name.text()) {
            case "if" -> choice(arguments, span);
            case "mean" -> summary(Figure.MEAN, arguments, span);
            case "quantile" -> summary(Figure.QUANTILE, arguments, span);
            case "mean_at" -> summary(Figure.MEAN_AT, arguments, span);
            default -> new Expression.Call(name.text(), arguments, span);
        };
    }

    private Expression choice(List<Expression> arguments, Span span) {
        if (arguments.size() != 3) {
            note(new Fault(
                    "quantity.arguments",
                    span,
                    "if takes 3 arguments, not %d".formatted(arguments.size()),
                    "it chooses between two values by a condition",
                    "write if(condition, value, otherwise)"));
            return Expressions.number(0);
        }
        return new Expression.Choice(arguments.get(0), arguments.get(1), arguments.get(2), span);
    }

    private Expression summary(Figure figure, List<Expression> arguments, Span span) {
        if (arguments.size() == 1 + figure.details() && arguments.getFirst() instanceof Expression.Name of) {
            return new Expression.Summary(figure, of, arguments.subList(1, arguments.size()), span);
        }
        note(new Fault(
                "quantity.arguments",
                span,
                "\"%s\" does not say what it is taken of".formatted(span.of(text)),
                "it reads one figure of a value that varies, and such a value has a name",
                "write %s, with the name of a varying value such as gateway.time".formatted(figure.form())));
        return Expressions.number(0);
    }

    private Token close(Token open) {
        if (peek().is(")")) {
            return take();
        }
        if (peek().kind() == Kind.END) {
            throw lost(
                    open.span(),
                    "this parenthesis is never closed",
                    "inside { } and [ ] YAML ends a plain value at a comma, so the rest may have been cut off",
                    "close it, or put the whole expression in quotes");
        }
        throw leftOver();
    }

    private Lost missingOperand(Token token) {
        boolean end = token.kind() == Kind.END;
        String what = end
                ? "\"%s\" ends where a value is due".formatted(text.strip())
                : "\"%s\" stands where a value is due".formatted(token.text());
        String why = "both sides of an operator need a number, a name or a parenthesis";
        Span span = end ? new Span(Math.max(0, text.stripTrailing().length() - 1), text.length()) : token.span();
        boolean stars = token.is("*") && token.glued();
        String mend = stars ? "write ^ for a power" : "put a value before it, or leave it out";
        return lost(span, what, why, end ? "add the missing value" : mend);
    }

    private Lost leftOver() {
        Token token = peek();
        boolean comma = token.is(",");
        return lost(
                token.span(),
                "\"%s\" does not continue \"%s\""
                        .formatted(
                                token.text(),
                                text.substring(0, token.span().start()).strip()),
                comma ? "a comma only separates the arguments of a function" : "an operator is missing between the two",
                comma ? "write thousands as 1_000 or 1k, and decimals with a point" : "put + - * / or .. between them");
    }

    /// Where something was wrong before, the grammar was lost because of that, and more words would only confuse.
    private Lost lost(Span span, String what, String why, String mend) {
        if (faults.isEmpty()) {
            note(new Fault("quantity.syntax", span, what, why, mend));
        }
        return new Lost();
    }

    void note(Fault fault) {
        faults.add(fault);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
