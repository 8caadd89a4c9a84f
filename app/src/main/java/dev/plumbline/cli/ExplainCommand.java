package dev.plumbline.cli;

import dev.plumbline.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `plumbline explain`: what a rule is about.
@Command(name = "explain", header = "Print where a number comes from, down to its sources, or what a rule is about.")
final class ExplainCommand implements Runnable {
    private final Outside outside;

    @Parameters(paramLabel = "RULE", description = "A rule, as findings name it, such as quantity.unknown-unit.")
    private String rule = "";

    ExplainCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void run() {
        Delivery.toOut(outside, Pages.rule(rule).orElseThrow(this::unknown));
    }

    private Refused unknown() {
        List<String> rules = Pages.rules();
        Optional<String> near = Nearest.to(rule, rules);
        return new Refused(
                "there is no rule \"%s\"".formatted(rule),
                near.map("did you mean \"%s\"?"::formatted)
                        .orElseGet(() -> "the rules are " + String.join(", ", rules)));
    }
}
