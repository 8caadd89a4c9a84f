package dev.plumbline.design;

import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `L4`, `8 x A100` or `c7g.xlarge` and finds the machine in the knowledge base.
final class MachineReader {
    private static final Pattern COUNTED = Pattern.compile("(?:(\\d{1,6})\\s*[x×*]\\s*)?(\\S.*)");

    private MachineReader() {}

    static Optional<Machine> read(Draft draft, Node.Scalar text) {
        Matcher matcher = COUNTED.matcher(text.text().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        String name = matcher.group(2).strip();
        if (count == 0) {
            draft.problems()
                    .error(
                            "design.no-machine",
                            text.place(),
                            "\"%s\" is no machine at all".formatted(text.text()),
                            "a replica runs on at least one machine",
                            "write \"1 x %s\"".formatted(name));
            return Optional.empty();
        }
        String fact = Facts.ROOT + Facts.key(name);
        if (draft.facts().find(fact + ".price").isEmpty()) {
            draft.problems()
                    .warning(
                            "design.unknown-machine",
                            text.place(),
                            "no fact is known about the machine \"%s\"".formatted(name),
                            "without one its price and memory cannot be estimated",
                            draft.facts()
                                    .nearest(name)
                                    .map(near ->
                                            "write \"%s\", or give its price: \"price: 1.20 USD/h\"".formatted(near))
                                    .orElse("give its price: \"price: 1.20 USD/h\""));
        }
        return Optional.of(new Machine(count, name, fact, text.place()));
    }
}
