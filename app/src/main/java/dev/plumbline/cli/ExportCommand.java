package dev.plumbline.cli;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.export.Destination;
import dev.plumbline.export.Export;
import dev.plumbline.export.Exporter;
import dev.plumbline.export.Stamp;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Document;
import dev.plumbline.source.Sources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline export`: requirements as files for a monitoring system.
@Command(name = "export", header = "Write requirements as OpenSLO, Sloth, Prometheus or CSV files.")
final class ExportCommand implements Callable<Integer> {
    private final Outside outside;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESIGN",
            defaultValue = DesignFile.USUAL,
            description = DesignFile.DESCRIPTION)
    private String named = DesignFile.USUAL;

    @Option(
            names = "--to",
            paramLabel = "DESTINATION",
            required = true,
            description = "Who reads the files: ${COMPLETION-CANDIDATES}.")
    private Destination destination = Destination.PROMETHEUS;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to. It is made if it is not there; other files in it are left alone.")
    private String folder = "";

    @Option(
            names = "--guard",
            paramLabel = "N",
            description = "Let an alert of Prometheus fire only if N events or more were bad in its long window, for "
                    + "services so rarely used that a single failure would page. Off by default.")
    private Optional<Integer> guard = Optional.empty();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    ExportCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        guard.filter(fewest -> fewest < 1).ifPresent(fewest -> {
            throw new Refused("--guard takes a number from 1 up, not \"%d\"".formatted(fewest));
        });
        DesignFile file = DesignFile.find(outside, named);
        Bundle bundle = Sources.read(file.name(), file.folder());
        return switch (new DesignReader(Knowledge.facts()).read(bundle, file.folder())) {
            case Reading.Refused(var findings) -> Delivery.refused(outside, screen, Format.TEXT, file, findings.all());
            case Reading.Read(var design, var _) -> {
                export(design, stamp(file, bundle));
                yield Main.FINE;
            }
        };
    }

    private void export(Design design, Stamp stamp) {
        OptionalInt fewest = guard.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Export export = new Exporter(design, stamp, fewest).to(destination);
        new ExportFolder(outside, folder).write(export);
        Delivery.toOut(
                outside,
                new ExportSummary(screen.width(outside), screen.palette(outside, false))
                        .of(design.name(), destination, folder, export));
    }

    /// The hash is of the design's text and of all that it includes.
    private static Stamp stamp(DesignFile file, Bundle bundle) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Document document : bundle.documents()) {
                digest.update(document.file().text().getBytes(StandardCharsets.UTF_8));
            }
            String name = Objects.toString(file.file().getFileName());
            return new Stamp(Version.number(), name, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
