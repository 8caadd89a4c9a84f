package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ExplainCli {
    private static Said said(String... arguments) {
        return Said.by(Path.of(""), arguments);
    }

    @Test
    void theRulesPageIsPrinted() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/rules/requirement.missed.md"));
        assertThat(said("explain", "requirement.missed")).isEqualTo(new Said(0, page, ""));
    }

    @Test
    void anUnknownRuleOffersTheNearest() {
        assertThat(said("explain", "requirement.mised")).isEqualTo(new Said(2, "", """
                                error: there is no rule "requirement.mised"
                                hint: did you mean "requirement.missed"?
                                """));
    }

    @Test
    void aNameThatLeadsElsewhereIsNoRule() {
        assertThat(said("explain", "../version").code()).isEqualTo(2);
        assertThat(said("explain", "../version").out()).isEmpty();
    }
}
