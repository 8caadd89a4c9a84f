package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Parsed;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Units;
import dev.plumbline.source.Node.Scalar;
import java.util.Optional;

/// Reads quantities inside a sentence.
final class Amounts {
    private Amounts() {}

    /// The words as a quantity, or empty after at least one finding.
    static Optional<Amount> parse(Words words, Units units, Problems problems) {
        String text = words.joined();
        int start = words.get(0).start();
        Scalar within = words.typed();
        return switch (Parser.parse(text, units)) {
            case Parsed.Good(var expression) -> Optional.of(new Amount(text, expression, within, start));
            case Parsed.Faulty(var faults) -> {
                for (Fault fault : faults) {
                    problems.error(
                            fault.rule(),
                            within.place(start + fault.start(), start + fault.end()),
                            fault.what(),
                            fault.why(),
                            fault.mend());
                }
                yield Optional.empty();
            }
        };
    }
}
