package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Reads sheets written as lines of `name: formula` for the tests.
final class SheetReader {
    private SheetReader() {}

    static final Units UNITS = Units.standard().withNouns(List.of("load", "post"));

    static Sheet sheet(String text) {
        List<Definition> definitions = new ArrayList<>();
        List<String> lines = text.strip().lines().toList();
        List<String> names =
                lines.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
        Units units = UNITS.yieldingTo(names);
        for (int i = 0; i < lines.size(); i++) {
            String formula =
                    lines.get(i).substring(lines.get(i).indexOf(':') + 1).strip();
            definitions.add(Definition.of(names.get(i), expression(formula, units))
                    .written(formula)
                    .placed("line " + (i + 1)));
        }
        return Sheet.of(units, Functions.standard(), definitions);
    }

    static Expression expression(String text) {
        return expression(text, UNITS);
    }

    static Expression expression(String text, Units units) {
        Parsed parsed = Parser.parse(text, units);
        assertThat(parsed.faults()).as(text).isEmpty();
        return parsed.found().orElseThrow();
    }

    static Checked sound(String text) {
        return sound(sheet(text));
    }

    static Checked sound(Sheet sheet) {
        Checked checked = Checker.check(sheet);
        assertThat(checked.findings()).isEmpty();
        return checked;
    }
}
