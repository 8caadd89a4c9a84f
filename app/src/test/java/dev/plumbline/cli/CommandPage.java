package dev.plumbline.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The reference page of the command line, written from the same model that reads the arguments.
final class CommandPage {
    private CommandPage() {}

    static String of(CommandLine root) {
        StringBuilder out = new StringBuilder("# The command line\n\nGenerated from the code.\n\n");
        command(root, out);
        root.getSubcommands().values().stream().distinct().forEach(command -> command(command, out));
        out.append("## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
        root.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> out.append("| %s | %s |\n".formatted(code, meaning)));
        return out.toString();
    }

    private static void command(CommandLine line, StringBuilder out) {
        CommandSpec spec = line.getCommandSpec();
        out.append("## ").append(spec.qualifiedName()).append("\n\n");
        out.append(String.join(" ", spec.usageMessage().header())).append("\n\n");
        String synopsis = line.getHelp().synopsis(0).strip();
        out.append("```\n").append(Ansi.OFF.string(synopsis)).append("\n```\n\n");
        String description = String.join(" ", spec.usageMessage().description());
        out.append(description.isEmpty() ? "" : description.formatted() + "\n\n");
        if (!line.getSubcommands().isEmpty()) {
            out.append("| command | what it does |\n| --- | --- |\n");
            line.getSubcommands().values().stream()
                    .distinct()
                    .forEach(sub -> out.append("| [`%s`](#%s) | %s |\n"
                            .formatted(
                                    sub.getCommandName(),
                                    sub.getCommandSpec().qualifiedName("-"),
                                    String.join(
                                            " ",
                                            sub.getCommandSpec().usageMessage().header()))));
            out.append('\n');
        }
        out.append("| argument | meaning |\n| --- | --- |\n");
        spec.positionalParameters().forEach(parameter -> out.append(row(parameter, label(parameter))));
        spec.options().forEach(option -> out.append(row(option, names(option))));
        out.append('\n');
    }

    private static String label(PositionalParamSpec parameter) {
        return "`" + parameter.paramLabel() + "`";
    }

    private static String names(OptionSpec option) {
        String names = java.util.Arrays.stream(option.names())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " `" + option.paramLabel() + "`";
    }

    private static String row(ArgSpec argument, String label) {
        return "| %s | %s |\n"
                .formatted(label, String.join(" ", argument.description()).replace("|", "\\|"));
    }
}
