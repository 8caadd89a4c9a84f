package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Golden;
import dev.plumbline.report.Palette;
import dev.plumbline.report.Repository;
import dev.plumbline.workshop.Question;
import dev.plumbline.workshop.Session;
import dev.plumbline.workshop.Story;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NewCli {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void agreeing() throws IOException {
        Files.writeString(folder.resolve("ok.answers"), "kind: fraud\npeak_factor: 2 .. 9\notherwise: ok\n");
    }

    private Said said(String... arguments) {
        return Said.by(folder, arguments);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    @Tag("slow")
    void aFileOfAnswersMakesADesignThatIsJudged() throws IOException {
        Said said = said("new", "pay", "--answers", "ok.answers");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("1 ask and stakes", "00:00 of 45:00 · this stage 0–4 min", "8 run it and sum up")
                .contains("What happens today, without it? [today]\n  why: whatever is built has to beat that\n")
                .contains("; all of it is in pay/design.yaml\n");
        assertThat(written("pay/design.yaml")).contains("value: 2 .. 9\n").doesNotContain("not confirmed");
        Said judged = said("check", "pay", "--worlds", "4", "--requests", "500");
        assertThat(judged.code()).isLessThan(2);
        assertThat(judged.out()).contains("p99 latency of score at peak").doesNotContain("error[");
        theAnswersMakeTheSameDesignAgain();
    }

    private void theAnswersMakeTheSameDesignAgain() throws IOException {
        Files.move(folder.resolve("pay"), folder.resolve("kept"));
        assertThat(said("new", "pay", "--answers", "kept/workshop.txt").code()).isZero();
        assertThat(written("pay/design.yaml")).isEqualTo(written("kept/design.yaml"));
    }

    @Test
    void aWorkshopThatWasLeftGoesOn() throws IOException {
        Files.writeString(folder.resolve("first.answers"), "kind: fraud\nowner: Ann\nabout: It scores.\nquit\n");
        Files.writeString(folder.resolve("second.answers"), "today: rules\nok\nquit\n");
        Said first = said("new", "pay", "--answers", "first.answers");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("2 of ");
        assertThat(written("pay/design.yaml")).contains("owner: \"Ann\"\n");
        Said second = said("new", "pay", "--answers", "second.answers");
        assertThat(second.out()).doesNotContain("[owner]").contains("[asks]", "4 of ");
        assertThat(written("pay/design.yaml")).contains("owner: \"Ann\"\n", "about: \"It scores.\"\n");
    }

    @Test
    void aWrongAnswerIsToldAndWhatCameBeforeIsKept() throws IOException {
        Files.writeString(
                folder.resolve("bad.answers"),
                "kind: fraud\nowner: Ann\nasks: fast\nlatency: p99 latency of nobody <= 3 ms\notherwise: ok\n");
        Said said = said("new", "pay", "--answers", "bad.answers");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("error[", "of nobody", "fix:");
        assertThat(written("pay/design.yaml")).contains("owner: \"Ann\"\n", "value: 3 .. 5  # from the story");
    }

    @Test
    void helpAndBackAreNoAnswers() throws IOException {
        Files.writeString(
                folder.resolve("typed"), "kind: fraud\nhelp\nIt scores.\nback\nIt scores cards.\nAnn\nquit\n");
        Said said = said("new", "pay", "--answers", "typed");
        assertThat(said.out()).contains("  a sentence\n", "proposed: It scores.\n", "you said so before");
        assertThat(written("pay/design.yaml")).contains("about: \"It scores cards.\"\nowner: \"Ann\"\n");
    }

    @Test
    void aDesignThatWasChangedByHandIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("first.answers"), "owner: Ann\nquit\n");
        said("new", "pay", "--answers", "first.answers");
        Files.writeString(folder.resolve("pay/design.yaml"), "design: mine\n");
        Said said = said("new", "pay", "--answers", "ok.answers");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"pay/design.yaml\" was changed since the workshop left it");
        assertThat(written("pay/design.yaml")).isEqualTo("design: mine\n");
    }

    @Test
    void aFolderWithADesignOfItsOwnIsLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("pay"));
        Files.writeString(folder.resolve("pay/design.yaml"), "design: mine\n");
        assertThat(said("new", "pay", "--answers", "ok.answers").err())
                .contains("there is a design in \"pay\" already, and no workshop made it");
    }

    @Test
    void aWorkshopThatWasKilledBetweenItsFilesGoesOn() throws IOException {
        Files.writeString(folder.resolve("first.answers"), "It scores.\nquit\n");
        Files.writeString(folder.resolve("second.answers"), "Ann\nquit\n");
        said("new", "pay", "--answers", "first.answers");
        String before = written("pay/design.yaml");
        said("new", "pay", "--answers", "second.answers");
        Files.writeString(folder.resolve("pay/design.yaml"), before);
        Files.writeString(folder.resolve("third.answers"), "quit\n");
        Said said = said("new", "pay", "--answers", "third.answers");
        assertThat(said.code()).isZero();
        assertThat(written("pay/design.yaml")).contains("owner: \"Ann\"\n");
    }

    @Test
    void aPersonTypesAnswersBesideAClock() throws IOException {
        var typed = new ByteArrayInputStream("It scores.\n\n".getBytes(StandardCharsets.UTF_8));
        var shown = new ByteArrayOutputStream();
        Question question = Session.of("pay", Story.FRAUD).next().orElseThrow();
        try (TypedAnswers answers = TypedAnswers.of(new DumbTerminal(typed, shown), Map.of())) {
            answers.beside(() -> Duration.ofSeconds(754));
            assertThat(answers.to(question)).contains("It scores.");
            assertThat(answers.to(question)).contains("");
            assertThat(answers.to(question)).isEmpty(); // the end of what is typed is Ctrl-D
            assertThat(answers.again()).isTrue();
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("12:34 > ");
    }

    @Test
    @Tag("slow")
    void aPracticeShowsOursAfterTheAnswerAndScoresIt() throws IOException {
        Files.writeString(
                folder.resolve("typed.answers"),
                "kind: fraud\nowner: Ann\nguess-peak: 300 req/s\ncanary: skip\nabout: It scores.\notherwise: skip\n");
        Said said =
                said("new", "pay", "--practice", "--answers", "typed.answers", "--worlds", "2", "--requests", "100");
        assertThat(said.out())
                .contains(
                        "Who decides on it? [owner]\n  why: a requirement that nobody may change is never agreed\n  ours: ")
                .doesNotContain("proposed:")
                .contains("practice: ", "peak: you said 300 req/s and it is 249 req/s, a factor of 1.2; full")
                .contains("storage: nothing was said; it is ", "0 of 4 for asks: nothing was answered");
        assertThat(written("pay/workshop.txt")).contains("practice: yes\n", "guess-peak: 300 req/s\n");
        assertThat(written("pay/design.yaml")).doesNotContain("guess");
    }

    @Test
    void aPracticeThatWasLeftGoesOnAsOne() throws IOException {
        Files.writeString(folder.resolve("first.answers"), "kind: fraud\nIt scores.\nquit\n");
        Files.writeString(folder.resolve("second.answers"), "Ann\nquit\n");
        said("new", "pay", "--practice", "--answers", "first.answers", "--worlds", "2", "--requests", "100");
        Said said = said("new", "pay", "--answers", "second.answers", "--worlds", "2", "--requests", "100");
        assertThat(said.out()).contains("[owner]", "practice: ").doesNotContain("proposed:");
        assertThat(written("pay/workshop.txt")).containsOnlyOnce("practice: yes\n");
    }

    /// A story that contradicts itself would teach to.
    @ParameterizedTest
    @EnumSource(value = Story.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    @Tag("slow")
    void everyStoryThatIsAgreedToEndsInADesignWithoutErrors(Story story) throws IOException {
        Files.writeString(folder.resolve("all.answers"), "kind: %s\notherwise: ok\n".formatted(story));
        Said said = said("new", "it", "--answers", "all.answers", "--worlds", "2", "--requests", "100");
        assertThat(said.code()).isZero();
        assertThat(said.out()).doesNotContain("left open").doesNotContainPattern("(?m)^error");
        Said judged = said("check", "it", "--worlds", "2", "--requests", "100");
        assertThat(judged.code()).isLessThan(2);
        assertThat(judged.out()).doesNotContainPattern("(?m)^error");
    }

    @Test
    void withoutAStoryAPersonDescribesWhatThereIs() throws IOException {
        Files.writeString(folder.resolve("own.answers"), """
                asks: It should be fast and cheap
                called: Triage
                parts: gateway, patient store, triage model, lab system: external
                events: visits
                learned: patients
                otherwise: skip
                """);
        Said said = said("new", "triage", "--answers", "own.answers", "--worlds", "2", "--requests", "100");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("proposed: p99 latency of triage <= ", "[triage_model-replicas]")
                .contains("such as: gap of <metric> of <model> across <attribute> <= <share> over <window>\n")
                .containsPattern("3 frame +00:\\d\\d of 45:00 · this stage 12–17 min · 15 open\n");
        assertThat(written("triage/design.yaml"))
                .contains(
                        "  lab_system:\n    kind: external\n",
                        "  patient_store:\n    kind: store\n    holds: patients\n")
                .contains("value: 100k .. 10M req/day  # a guess, not confirmed yet\n")
                .doesNotContain("story");
        assertThat(said("check", "triage", "--worlds", "2", "--requests", "100").code())
                .isLessThan(2);
    }

    private static String begun(String typed, List<String> shown) {
        Deque<String> lines = new ArrayDeque<>(typed.isEmpty() ? List.of() : List.of(typed.split("/", -1)));
        var beginning = new WorkshopBeginning(_ -> Optional.ofNullable(lines.poll()), shown::add, Palette.PLAIN);
        return beginning
                .story()
                .flatMap(story -> beginning.name(story).map(name -> story + " " + name))
                .orElse("left");
    }

    @ParameterizedTest
    @CsvSource({
        "fraud/,fraud fraud-score",
        "3/docs,rag docs",
        "/mine,other mine",
        "support agent/ok,support-agent support-agent",
        "10/fruad/1/My Design/pay,fraud pay",
        "quit,left",
        "2/exit,left",
        "fraud,left"
    })
    void aPersonIsAskedForTheStoryAndTheName(String typed, String begun) {
        List<String> shown = new ArrayList<>();
        assertThat(begun(typed, shown)).isEqualTo(begun);
        assertThat(String.join("", shown)).contains("  1  fraud           scores payments while they wait\n");
        if (typed.contains("fruad")) {
            assertThat(String.join("", shown))
                    .contains(
                            "there is no story \"fruad\"; did you mean \"fraud\"?", "\"My Design\" cannot be the name");
        }
    }

    @Test
    void theGuideShowsASession() throws IOException {
        Files.copy(Repository.root().resolve("app/src/test/resources/workshop.answers.txt"), folder.resolve("a.txt"));
        Said said = said("new", "pay", "--kind", "fraud", "--answers", "a.txt");
        assertThat(said.code()).isEqualTo(2); // the last answer but one is wrong, and nobody is there to answer again
        Golden.hold("app/src/test/resources/workshop.txt", said.out());
        assertThat(written("pay/design.yaml"))
                .contains("must: p99 latency of score <= 80 ms at peak over 28 day\n")
                .contains("- \"What does it cost, and whom, when it acts and should not have?\"\n");
    }

    @Test
    void aNameAKindAndALineThatFitNothingAreTold() throws IOException {
        assertThat(said("new", "Pay!", "--answers", "ok.answers").err())
                .contains("\"Pay!\" cannot be the name of a design");
        assertThat(said("new", "pay", "--kind", "fruad", "--answers", "ok.answers")
                        .err())
                .contains("\"fruad\" is no value of --kind", "did you mean \"fraud\"?");
        Files.writeString(folder.resolve("typo.answers"), "kind: fraud\nownr: Ann\nok\nok\nquit\n");
        Said typo = said("new", "typo", "--answers", "typo.answers");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err()).contains("no question \"ownr\" came up; did you mean \"owner\"?");
    }
}
