package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCli {
    @TempDir
    private Path folder = Path.of("");

    private Said said(String... arguments) {
        return Said.by(folder, arguments);
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

    @Test
    void aNumberIsExpandedDownToItsSource() throws IOException {
        Tiny.in(folder, "200 ms");
        Said said = said("explain", "design.yaml", "server.peak_busy");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("server.peak_busy  ").contains("└─ ", "visitors", "the ledger of 2026");
        assertThat(said("explain", "server.peak_busy")).isEqualTo(said);
    }

    @Test
    void theNamesOfADesignAreListed() throws IOException {
        Tiny.in(folder, "200 ms");
        assertThat(said("explain", "design.yaml").out().lines()).contains("visitors", "server.busy");
    }

    @Test
    void anUnknownNameOffersTheNearest() throws IOException {
        Tiny.in(folder, "200 ms");
        assertThat(said("explain", "design.yaml", "visitor"))
                .isEqualTo(new Said(2, "", "error: there is no name \"visitor\"\nhint: did you mean \"visitors\"?\n"));
    }
}
