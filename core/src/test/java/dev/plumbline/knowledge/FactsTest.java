package dev.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.source.YamlReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactsTest {
    private static final String MACHINES = """
            about: Machines
            from: list
            sources:
              list: {source: "the price list", date: 2026-02-09}
              sheet: {source: "the data sheet", date: 2024-05-01}
            units: [vcpu]
            attributes:
              price: {unit: USD/h, for: "an hour of it"}
              power: {unit: W, from: sheet, for: "the most it draws"}
            facts:
              c7g_xlarge: {vcpu: {value: 4 vcpu, for: "threads"}, price: 0.145 USD/h}
              h100_sxm:
                also: [h100]
                from: sheet
                for: "a vendor's figure"
                memory: 80 GB
                bandwidth: {value: 3.2 .. 3.4 TB/s, source: "a stopwatch", date: 2025-01-31, note: "read twice"}
                power: 700 W
                price: {value: 6.88 USD/h, from: list}
            """;

    private static Facts facts(String text) {
        return Facts.read(List.of(YamlReader.read("facts.yaml", text))).facts();
    }

    private static List<String> faults(String text) {
        Facts.Reading reading = Facts.read(List.of(YamlReader.read("facts.yaml", text)));
        return reading.findings().and(reading.facts().faults().all()).all().stream()
                .map(Diagnostic::what)
                .toList();
    }

    @Test
    void aFactIsFoundByItsPath() {
        Fact fact = facts(MACHINES).find("facts.h100_sxm.bandwidth").orElseThrow();
        assertThat(fact.text()).isEqualTo("3.2 .. 3.4 TB/s");
        assertThat(fact.unit()).hasToString("TB/s");
        assertThat(fact.isRange()).isTrue();
        assertThat(fact.source()).isEqualTo("a stopwatch");
        assertThat(fact.date()).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(fact.purpose()).isEqualTo("a vendor's figure");
        assertThat(fact.note()).isEqualTo("read twice");
        assertThat(fact.place().address()).isEqualTo("facts.yaml:17:16");
        assertThat(fact.citation()).isEqualTo("a stopwatch (2025-01-31)");
    }

    @ParameterizedTest
    @CsvSource({
        "h100_sxm.memory, the data sheet", // the entry's
        "h100_sxm.power, the data sheet", // the attribute's
        "h100_sxm.price, the price list", // its own
        "c7g_xlarge.price, the price list" // the file's
    })
    void aSourceComesFromTheNearestThatNamesOne(String path, String source) {
        assertThat(facts(MACHINES).find(path).orElseThrow().source()).isEqualTo(source);
    }

    @Test
    void aPurposeComesFromTheAttributeBeforeTheEntry() {
        assertThat(facts(MACHINES).find("h100.power").orElseThrow().purpose()).isEqualTo("the most it draws");
        assertThat(facts(MACHINES).find("h100.memory").orElseThrow().purpose()).isEqualTo("a vendor's figure");
    }

    @Test
    void anotherNameLeadsToTheSameFact() {
        assertThat(facts(MACHINES).find("facts.h100.power"))
                .isEqualTo(facts(MACHINES).find("facts.h100_sxm.power"));
        assertThat(facts(MACHINES).find("H100 SXM", "power")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "c7g.xlarge, c7g_xlarge",
        "L4, l4",
        "llama-3.1-8b, llama_3_1_8b",
        "N. Virginia, n_virginia",
        "São Paulo, sao_paulo",
        "cache.r7g.4xlarge, cache_r7g_4xlarge"
    })
    void aNameAsPeopleWriteItHasAKey(String written, String key) {
        assertThat(Facts.key(written)).isEqualTo(key);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        Facts facts = facts(MACHINES);
        assertThat(facts.find("facts.h100.colour")).isEmpty();
        assertThat(facts.find("facts.h100.from")).isEmpty();
        assertThat(facts.find("facts.h200.power")).isEmpty();
        assertThat(facts.find("facts.h100")).isEmpty();
        assertThat(facts.find("")).isEmpty();
        assertThat(Facts.none().find("facts.h100.power")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "facts.h100.pwer, facts.h100.power",
        "facts.h10.power, facts.h100.power",
        "facts.c7g_xlage.price, facts.c7g_xlarge.price",
        "facts.h100_sxm.bandwith, facts.h100_sxm.bandwidth"
    })
    void theNearestPathIsOffered(String wrong, String right) {
        assertThat(facts(MACHINES).nearestPath(wrong)).contains(right);
    }

    @Test
    void nothingIsOfferedForAWordFromElsewhere() {
        assertThat(facts(MACHINES).nearestPath("facts.zebra.stripes")).isEmpty();
        assertThat(facts(MACHINES).nearest("zebra")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"h100, 4", "H100 price, 1", "c7g.xlarge, 2", "stopwatch, 1", "twice, 1", "most draws, 1", "zebra, 0"})
    void wordsFindTheFactsThatMentionAllOfThem(String words, int found) {
        assertThat(facts(MACHINES).search(words)).hasSize(found);
    }

    @Test
    void everyFactHasAPathAndAllAboutAThingCanBeRead() {
        assertThat(facts(MACHINES).paths())
                .hasSize(6)
                .startsWith("facts.c7g_xlarge.vcpu", "facts.c7g_xlarge.price")
                .endsWith("facts.h100_sxm.price");
        assertThat(facts(MACHINES).about("h100")).extracting(Fact::text).contains("80 GB", "700 W");
        assertThat(facts(MACHINES).things()).containsExactly("c7g_xlarge", "h100", "h100_sxm");
    }

    @Test
    void completeFactsHaveNoFaults() {
        assertThat(faults(MACHINES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: 24 GB, date: 2026-01-01, for: f}|a fact has no source",
                "{value: 24 GB, source: s, for: f}|a fact has no date",
                "{value: 24 GB, source: s, date: last week, for: f}|\"last week\" is no date",
                "{value: 24 GB, source: s, date: 2026-02-30, for: f}|\"2026-02-30\" is no date",
                "{value: 24 GB, source: s, date: 2026-01-01}|a fact does not say what it is for",
                "{source: s, date: 2026-01-01, for: f}|a fact has no value",
                "{value: 24, source: s, date: 2026-01-01, for: f}|a fact has no unit",
                "{value: 24 .. 30, source: s, date: 2026-01-01, for: f}|a fact has no unit",
                "{value: 24 GB, from: elsewhere, for: f}|the file has no source \"elsewhere\"",
                "{value: 24 GB, source: s, date: 2026-01-01, for: f, colour: red}|a fact has no \"colour\"",
            })
    void aFactThatLacksSomethingIsRefused(String fact, String what) {
        assertThat(faults("facts:\n  l4: {memory: " + fact + "}\n")).contains(what);
        assertThat(facts("facts:\n  l4: {memory: " + fact + "}\n").find("l4.memory"))
                .isEmpty();
    }

    @Test
    void anUnknownUnitIsRefused() {
        assertThat(faults("facts: {l4: {memory: {value: 24 GX, source: s, date: 2026-01-01, for: f}}}\n"))
                .singleElement()
                .asString()
                .contains("GX");
    }

    @Test
    void aFactThatMeasuresSomethingElseThanItsAttributeIsRefused() {
        assertThat(faults(MACHINES.replace("power: 700 W", "power: 700 W/h")))
                .containsExactly("\"power\" is written in W/h, its attribute in W");
    }

    @Test
    void aNameThatOccursTwiceIsRefused() {
        Facts.Reading twoFiles = Facts.read(
                List.of(YamlReader.read("a.yaml", MACHINES), YamlReader.read("b.yaml", "facts: {h100: {}}\n")));
        assertThat(twoFiles.findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().address()).isEqualTo("b.yaml:1:9"))
                .satisfies(finding -> assertThat(finding.what()).contains("\"h100\" occurs twice"));
    }

    @Test
    void aNameThatIsNoKeyIsRefused() {
        assertThat(faults("facts: {H-100: {}}\n")).singleElement().asString().contains("\"h_100\"");
    }

    @Test
    void aKeyThatNobodyReadsIsRefused() {
        assertThat(faults("fact: {}\n")).containsExactly("a file of facts has no \"fact\"");
    }
}
