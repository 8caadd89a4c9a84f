package dev.plumbline.cli;

import dev.plumbline.workshop.Journal;
import dev.plumbline.workshop.Session;
import dev.plumbline.workshop.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folder that a workshop writes: the design, and the answers from which it can be gone on with or run again.
///
/// Each file is replaced in one step, the answers first: whenever the process is killed, the answers are those before
/// or
/// after the last one, and the design is made from them anew.
final class WorkshopFolder {
    /// The file of answers.
    static final String ANSWERS = "workshop.txt";

    private final Path folder;
    private final String name;

    WorkshopFolder(Outside outside, String name) {
        this.folder = outside.folder().resolve(name);
        this.name = name;
    }

    /// The design as a person would name it.
    String design() {
        return name + "/" + DesignFile.USUAL;
    }

    /// The answers so far; empty where no workshop was held here.
    Optional<List<Journal.Entry>> kept() {
        Path answers = folder.resolve(ANSWERS);
        try {
            if (Files.exists(answers)) {
                return Optional.of(Journal.kept(Files.readString(answers, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new Refused("\"%s/%s\" cannot be read: %s".formatted(name, ANSWERS, e.getMessage()));
        }
        if (Files.exists(folder.resolve(DesignFile.USUAL))) {
            throw new Refused(
                    "there is a design in \"%s\" already, and no workshop made it".formatted(name),
                    "give another name, or hold it against its requirements: \"plumbline check %s\"".formatted(name));
        }
        return Optional.empty();
    }

    /// Refuses to go on where the design was changed by hand since: the workshop would write over that.
    ///
    /// @param possible the designs that the workshop may have left, whenever it was killed
    void unchanged(List<String> possible) {
        Path design = folder.resolve(DesignFile.USUAL);
        try {
            if (Files.exists(design) && !possible.contains(Files.readString(design, StandardCharsets.UTF_8))) {
                throw new Refused(
                        "\"%s\" was changed since the workshop left it, and would be written over".formatted(design()),
                        "to keep the change, go on by hand: \"plumbline check %s\"".formatted(name),
                        "to go on with the workshop, move the file away; it is written anew from the answers");
            }
        } catch (IOException e) {
            throw new Refused("\"%s\" cannot be read: %s".formatted(design(), e.getMessage()));
        }
    }

    /// Keeps the session.
    void keep(Session session, long seconds) {
        List<Journal.Entry> entries = new ArrayList<>();
        entries.add(Journal.entry(Journal.KIND, session.story().word()));
        if (session.practice()) {
            entries.add(Journal.entry(Journal.PRACTICE, "yes"));
        }
        session.replies().forEach((question, reply) -> entries.add(Journal.entry(question, reply.text())));
        entries.add(Journal.entry(Journal.CLOCK, seconds + " s"));
        StringBuilder text = new StringBuilder(
                "# The answers of the workshop; \"plumbline new %s\" goes on from here.\n".formatted(name));
        entries.forEach(entry -> text.append(entry.line()));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refused("cannot make the folder \"%s\": %s".formatted(name, e.getMessage()));
        }
        replace(ANSWERS, text.toString());
        replace(DesignFile.USUAL, Workshop.design(session));
    }

    private void replace(String file, String text) {
        Path part = folder.resolve("." + file + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("cannot write \"%s/%s\": %s".formatted(name, file, e.getMessage()));
        }
    }
}
