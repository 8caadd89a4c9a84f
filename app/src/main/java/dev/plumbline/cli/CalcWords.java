package dev.plumbline.cli;

import dev.plumbline.calculation.Calculator;
import dev.plumbline.formula.Formulas;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Function;
import dev.plumbline.quantity.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What a word that was begun could become.
///
/// @param calculator its names and facts
record CalcWords(Calculator calculator) {
    /// The words that begin so. A path of a fact is offered one step at a time: the thing, then what is known of it.
    List<String> beginning(String begun) {
        if (begun.startsWith(Facts.ROOT)) {
            return facts(begun);
        }
        var words = new TreeSet<String>();
        calculator.names().forEach(words::add);
        Formulas.every().all().stream()
                .map(Function::name)
                .map(name -> name + "(")
                .forEach(words::add);
        if (!begun.isEmpty()) {
            words.addAll(Units.standard().known());
        }
        words.addAll(List.of(Facts.ROOT, "help", "facts", "names", "quit"));
        return words.stream().filter(word -> word.startsWith(begun)).toList();
    }

    private List<String> facts(String begun) {
        int dot = begun.indexOf('.', Facts.ROOT.length());
        if (dot < 0) {
            String thing = begun.substring(Facts.ROOT.length());
            return calculator.facts().things().stream()
                    .filter(name -> name.startsWith(thing))
                    .map(name -> Facts.ROOT + name + ".")
                    .toList();
        }
        String thing = begun.substring(0, dot);
        List<String> paths = new ArrayList<>();
        calculator.facts().about(thing.substring(Facts.ROOT.length())).forEach(fact -> {
            String path = thing + fact.path().substring(fact.path().lastIndexOf('.'));
            if (path.startsWith(begun)) {
                paths.add(path);
            }
        });
        return paths;
    }
}
