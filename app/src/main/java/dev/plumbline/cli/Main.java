package dev.plumbline.cli;

import dev.plumbline.diagnostic.Nearest;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The way in from a shell.
public final class Main {
    /// The exit code when all is well.
    static final int FINE = 0;

    /// The exit code when nothing could be judged: a wrong command line, a file that does not read, a fault of ours.
    static final int COULD_NOT_RUN = 2;

    private Main() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // the same bytes in every country
        Outside outside = Outside.ofThisProcess();
        int code = run(outside, args);
        outside.out().flush();
        outside.err().flush();
        System.exit(code);
    }

    /// Runs one command line and returns its exit code; tests call this.
    static int run(Outside outside, String... args) {
        CommandLine root = commands(outside);
        PrintWriter out = writer(outside.out());
        PrintWriter err = writer(outside.err());
        int code = root.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((fault, _) -> misread(fault))
                .setExecutionExceptionHandler((fault, command, _) -> broken(fault, command))
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /// The command tree; a command is added here and nowhere else.
    static CommandLine commands(Outside outside) {
        return new CommandLine(new Plumbline())
                .addSubcommand(new NewCommand(outside))
                .addSubcommand(new CheckCommand(outside))
                .addSubcommand(new SimulateCommand(outside))
                .addSubcommand(new RequirementsCommand(outside))
                .addSubcommand(new MendCommand(outside))
                .addSubcommand(new EstimateCommand(outside))
                .addSubcommand(new ScaleCommand(outside))
                .addSubcommand(new ScoreCommand(outside))
                .addSubcommand(new ExportCommand(outside))
                .addSubcommand(new ExplainCommand(outside))
                .addSubcommand(new CalcCommand(outside))
                .addSubcommand(new FactsCommand(outside))
                .addSubcommand(new ValidateCommand(outside))
                .addSubcommand(new SchemaCommand(outside))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int misread(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + sentence(fault));
        nearest(fault).ifPresent(word -> err.println("hint: did you mean \"" + word + "\"?"));
        err.println("hint: \"" + command.getCommandSpec().qualifiedName() + " --help\" lists what it takes");
        return COULD_NOT_RUN;
    }

    private static String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            boolean commandExpected = !fault.getCommandLine().getSubcommands().isEmpty();
            String word = unmatched.getUnmatched().getFirst();
            String kind = word.startsWith("-") ? "option" : commandExpected ? "command" : "argument";
            return "unknown %s \"%s\"".formatted(kind, word);
        }
        List<String> words = words(fault);
        ArgSpec argument = fault.getArgSpec();
        if (argument != null && fault.getValue() != null) {
            String name = argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
            String takes = words.isEmpty() ? "a number" : String.join(", ", words);
            return "\"%s\" is no value of %s, which takes %s".formatted(fault.getValue(), name, takes);
        }
        String message = String.valueOf(fault.getMessage()).replace('\'', '"');
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    /// What the option at fault takes, if it takes words.
    private static List<String> words(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        Iterable<String> candidates = argument == null ? null : argument.completionCandidates();
        List<String> words = new ArrayList<>();
        if (candidates != null) {
            candidates.forEach(words::add);
        }
        return words;
    }

    private static Optional<String> nearest(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            CommandSpec spec = fault.getCommandLine().getCommandSpec();
            List<String> known = new ArrayList<>(spec.optionsMap().keySet());
            known.addAll(spec.subcommands().keySet());
            int value = word.indexOf('=');
            return Nearest.to(value > 0 ? word.substring(0, value) : word, known);
        }
        return fault.getValue() == null ? Optional.empty() : Nearest.to(fault.getValue(), words(fault));
    }

    private static int broken(Exception fault, CommandLine command) {
        PrintWriter err = command.getErr();
        if (fault instanceof Refused refused) {
            err.println("error: " + refused.getMessage());
            refused.hints().forEach(hint -> err.println("hint: " + hint));
            return COULD_NOT_RUN;
        }
        err.println("error: plumbline has a fault of its own; the design is not to blame");
        err.println("hint: please report the lines below with the command and, if you may, the design");
        fault.printStackTrace(err);
        return COULD_NOT_RUN;
    }

    private static PrintWriter writer(PrintStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
    }
}
