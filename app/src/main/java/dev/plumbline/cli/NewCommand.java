package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnosis.Diagnosis;
import dev.plumbline.report.Palette;
import dev.plumbline.report.PracticeReport;
import dev.plumbline.report.WorkshopReport;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.workshop.Journal;
import dev.plumbline.workshop.Reply;
import dev.plumbline.workshop.Session;
import dev.plumbline.workshop.Story;
import dev.plumbline.workshop.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline new`: from nothing to a design, in 45 minutes.
@Command(name = "new", header = "Make a design in a guided workshop of 45 minutes, one question at a time.")
final class NewCommand implements Callable<Integer> {
    private final Outside outside;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "The design's name, which is also the folder it is written to; a workshop that was left there "
                            + "goes on.")
    private Optional<String> named = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", description = "The story to start from: ${COMPLETION-CANDIDATES}.")
    private Optional<Story> kind = Optional.empty();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Take answers from a file, or from standard in if it is -: lines \"question: answer\"; "
                    + "\"otherwise: ok\" is for questions without a line.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--practice",
            description = "Hide each proposal until an answer is given, and score the answers: 100 points.")
    private boolean practice;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    NewCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws IOException {
        Optional<WrittenAnswers> written = written();
        if (written.isPresent()) {
            String name = named.or(() -> written.get().setting("name")).orElseGet(() -> kind(written) + "-design");
            return held(new Begun(name, kind(written)), written.get(), written);
        }
        try (TypedAnswers typed = TypedAnswers.of(TypingTerminal.ofThisProcess(), outside.environment())) {
            Optional<Begun> begun = asked(typed);
            return begun.isPresent() ? held(begun.get(), typed, Optional.empty()) : Main.FINE;
        }
    }

    /// What a workshop begins with.
    private record Begun(String name, Story story) {}

    private Story kind(Optional<WrittenAnswers> written) {
        return kind.or(() -> written.flatMap(each -> each.setting(Journal.KIND)).map(NewCommand::story))
                .orElse(Story.OTHER);
    }

    /// Asks for what is not said on the command line; a workshop that is gone on with has its story already.
    private Optional<Begun> asked(TypedAnswers typed) {
        var beginning = new WorkshopBeginning(
                typed::line, text -> Delivery.toOut(outside, text), screen.palette(outside, false));
        boolean goesOn = named.filter(WorkshopBeginning::isName)
                .flatMap(name -> new WorkshopFolder(outside, name).kept())
                .isPresent();
        Optional<Story> story = goesOn ? Optional.of(Story.OTHER) : kind.or(beginning::story);
        return story.flatMap(each -> named.or(() -> beginning.name(each)).map(name -> new Begun(name, each)));
    }

    private int held(Begun begun, Answers answers, Optional<WrittenAnswers> written) {
        String name = begun.name();
        if (!WorkshopBeginning.isName(name)) {
            throw new Refused("\"%s\" cannot be the name of a design".formatted(name), WorkshopBeginning.names());
        }
        WorkshopFolder folder = new WorkshopFolder(outside, name);
        Optional<List<Journal.Entry>> kept = folder.kept();
        Session session = kept.map(entries -> resumed(name, entries)).orElseGet(() -> begins(begun, written));
        Duration before = kept.map(NewCommand::clock).orElse(Duration.ZERO);
        kept.ifPresent(_ -> folder.unchanged(possible(session)));
        Duration start = outside.elapsed();
        Supplier<Duration> clock = () -> before.plus(outside.elapsed()).minus(start);
        Palette palette = screen.palette(outside, false);
        int width = screen.width(outside);
        Workshop workshop = new Workshop(Knowledge.facts());
        var sitting = new WorkshopSitting(
                workshop, session, folder, width, palette, text -> Delivery.toOut(outside, text), clock);
        if (answers instanceof TypedAnswers typed) {
            typed.beside(clock);
            Delivery.toOut(outside, "\nAn empty line takes the proposal; \"help\" says what else may be typed.\n");
        }
        WorkshopSitting.Left left = sitting.hold(answers);
        WorkshopReport report = new WorkshopReport(width, palette);
        if (left.session().next().isEmpty()) {
            Delivery.toOut(outside, summary(report, name));
        }
        if (left.session().practice()) {
            Delivery.toOut(outside, new PracticeReport(width, palette).of(workshop.score(left.session())));
        }
        Delivery.toOut(outside, report.left(left.session(), folder.design()));
        List<String> unused = written.map(WrittenAnswers::unused).orElse(List.of());
        if (!left.refused() && !unused.isEmpty()) {
            throw new Refused(
                    unused.getFirst(), unused.subList(1, unused.size()).toArray(String[]::new));
        }
        return left.refused() ? Main.COULD_NOT_RUN : Main.FINE;
    }

    /// The whole judgement of what was made, as `check` and `score` give it.
    private String summary(WorkshopReport report, String name) {
        return switch (DesignFile.find(outside, name).read()) {
            case Reading.Read(var design, var findings) -> {
                Assessment assessment;
                try (ProgressLine progress = new ProgressLine(outside)) {
                    Assessment judged =
                            new Assessor(run.settings(), progress, outside::elapsed).assess(design, findings.all());
                    assessment = new Diagnosis(design).explained(judged);
                }
                yield report.summary(assessment, Scorecard.of(design, assessment));
            }
            case Reading.Refused _ -> "";
        };
    }

    private Session begins(Begun begun, Optional<WrittenAnswers> written) {
        Session session = Session.of(begun.name(), begun.story());
        boolean scored = written.flatMap(each -> each.setting(Journal.PRACTICE)).isPresent();
        return practice || scored ? session.asPractice() : session;
    }

    private static Story story(String word) {
        return Story.named(word)
                .orElseThrow(() -> new Refused(
                        "there is no story \"%s\"".formatted(word), "there are " + String.join(", ", Story.words())));
    }

    private static Session resumed(String name, List<Journal.Entry> entries) {
        WrittenAnswers kept = new WrittenAnswers(entries);
        Session begun = Session.of(
                name, kept.setting(Journal.KIND).map(NewCommand::story).orElse(Story.OTHER));
        Session session = kept.setting(Journal.PRACTICE).isPresent() ? begun.asPractice() : begun;
        for (Journal.Entry entry : entries) {
            String question = entry.question().orElse("");
            if (!Journal.SETTINGS.contains(question) && !entry.answer().isEmpty()) {
                session = session.with(question, Reply.of(entry.answer()));
            }
        }
        return session;
    }

    private static Duration clock(List<Journal.Entry> entries) {
        return new WrittenAnswers(entries)
                .setting(Journal.CLOCK)
                .map(text -> Screen.number(text.replace(" s", "")).orElse(0))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    /// The designs that a workshop with these answers may have left: with the last one, or killed before it was
    /// written.
    private static List<String> possible(Session session) {
        List<String> designs = new ArrayList<>();
        designs.add(Workshop.design(session));
        session.replies().keySet().stream()
                .reduce((_, last) -> last)
                .ifPresent(last -> designs.add(Workshop.design(session.without(last))));
        return designs;
    }

    private Optional<WrittenAnswers> written() {
        if (file.isEmpty() && outside.screen().in()) {
            return Optional.empty();
        }
        return Optional.of(new WrittenAnswers(Journal.read(text(file.orElse("-")))));
    }

    private String text(String from) {
        try {
            if (from.equals("-")) {
                return new String(outside.in().readAllBytes(), StandardCharsets.UTF_8);
            }
            Path path = outside.folder().resolve(from);
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refused(
                    "\"%s\" cannot be read".formatted(from),
                    "it must be text in UTF-8, a line \"question: answer\" each");
        }
    }
}
