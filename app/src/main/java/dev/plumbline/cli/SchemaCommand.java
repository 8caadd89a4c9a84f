package dev.plumbline.cli;

import dev.plumbline.report.DesignSchema;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `plumbline schema`: the JSON Schema of designs, or of the reports about them.
@Command(name = "schema", header = "Print the JSON Schema of designs, for editors, or of reports, for programs.")
final class SchemaCommand implements Runnable {
    private final Outside outside;

    enum Kind {
        DESIGN,
        REPORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = "design",
            description = "Which: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Kind kind = Kind.DESIGN;

    SchemaCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void run() {
        Delivery.toOut(
                outside,
                switch (kind) {
                    case DESIGN -> DesignSchema.written();
                    case REPORT -> Pages.reportSchema();
                });
    }
}
