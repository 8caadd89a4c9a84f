package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.report.JsonReport;
import dev.plumbline.report.JunitReport;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.Palette;
import dev.plumbline.report.Refusal;
import dev.plumbline.report.SarifReport;
import dev.plumbline.report.TerminalReport;

/// The report in the format that was asked for.
///
/// @param width columns of a line of text
/// @param palette what the reader of text can show
record Reports(Format format, int width, Palette palette, boolean verbose) {
    String of(Assessment assessment) {
        return switch (format) {
            case TEXT -> new TerminalReport(width, palette, verbose).of(assessment);
            case JSON -> new JsonReport(Version.number()).of(assessment);
            case MARKDOWN -> MarkdownReport.of(assessment);
            case SARIF -> new SarifReport(Version.number()).of(assessment);
            case JUNIT -> JunitReport.of(assessment);
        };
    }

    String of(Refusal refusal) {
        return switch (format) {
            case TEXT -> new TerminalReport(width, palette, verbose).of(refusal);
            case JSON -> new JsonReport(Version.number()).of(refusal);
            case MARKDOWN -> MarkdownReport.of(refusal);
            case SARIF -> new SarifReport(Version.number()).of(refusal);
            case JUNIT -> JunitReport.of(refusal);
        };
    }
}
