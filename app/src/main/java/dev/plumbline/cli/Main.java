package dev.plumbline.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The way in from a shell.
public final class Main {
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
        return new CommandLine(new Plumbline());
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
        String message = String.valueOf(fault.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static Optional<String> nearest(ParameterException fault) {
        return fault instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().findFirst()
                : Optional.empty();
    }

    private static int broken(Exception fault, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("error: plumbline has a fault of its own; the design is not to blame");
        err.println("hint: please report the lines below with the command and, if you may, the design");
        fault.printStackTrace(err);
        return COULD_NOT_RUN;
    }

    private static PrintWriter writer(PrintStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
    }
}
