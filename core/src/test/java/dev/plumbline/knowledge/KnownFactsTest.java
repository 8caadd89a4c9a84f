package dev.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The facts that travel with Plumbline.
final class KnownFactsTest {
    /// Light in vacuum over the group index of silica fibre.
    private static final double FIBRE_KM_PER_MS = 299_792.458 / 1.468 / 1_000;

    private static final double EARTH_RADIUS_KM = 6_371.0088;
    private static final Facts FACTS = Known.facts();

    private static double low(Expression value) {
        return switch (value) {
            case Expression.Literal literal -> literal.quantity().value();
            case Expression.Negated negated -> -low(negated.of());
            case Expression.Unknown unknown -> low(unknown.parameters().getFirst());
            case Expression.Name name -> Double.NaN;
            case Expression.Binary binary -> Double.NaN;
            case Expression.Choice choice -> Double.NaN;
            case Expression.Call call -> Double.NaN;
            case Expression.Summary summary -> Double.NaN;
        };
    }

    private static double high(Expression value) {
        return value instanceof Expression.Unknown unknown
                ? low(unknown.parameters().getLast())
                : low(value);
    }

    private static Fact fact(String path) {
        return FACTS.find(path).orElseThrow(() -> new AssertionError("There is no fact " + path + "."));
    }

    private static double value(String path) {
        return low(fact(path).value());
    }

    @Test
    void everyFactHasAValueUnitSourceDateAndPurpose() {
        assertThat(FACTS.faults().all()).isEmpty();
        assertThat(FACTS.faults().all()).isEmpty();
        assertThat(FACTS.paths()).hasSizeGreaterThan(1_500).doesNotHaveDuplicates();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        Path folder = Path.of("..", "knowledge");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals(Facts.INDEX))
                    .sorted()
                    .toList();
            List<String> named = Known.text(Facts.INDEX)
                    .lines()
                    .filter(line -> line.startsWith("  - "))
                    .map(line -> line.substring(4).strip())
                    .sorted()
                    .toList();
            assertThat(named).isEqualTo(there);
        }
    }

    @Test
    void everyRangeRunsUpwards() {
        assertThat(FACTS.paths().stream().map(KnownFactsTest::fact).filter(Fact::isRange))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(low(fact.value())).isLessThan(high(fact.value())));
    }

    @Test
    void whatWasNotReopenedIsARangeUnlessItsCountsRecompute() {
        assertThat(FACTS.paths().stream()
                        .map(KnownFactsTest::fact)
                        .filter(fact -> fact.source().contains("so given as a range")))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.isRange() || isMemory(fact))
                        .as(fact.path())
                        .isTrue());
    }

    /// A memory size is printed on the box and read off by every tool.
    private static boolean isMemory(Fact fact) {
        return fact.path().endsWith(".memory");
    }

    @ParameterizedTest
    @CsvSource({
        "L4, 0.8048",
        "A100 40GB, 2.7447",
        "A100, 3.4309",
        "H100, 6.88",
        "c7g.xlarge, 0.145",
        "cache.r7g.large, 0.219"
    })
    void aMachineHasAPriceForAnHour(String machine, double usdPerHour) {
        Fact price = FACTS.find(machine, "price").orElseThrow();
        assertThat(price.unit().dimension()).isEqualTo(Dimension.money("USD").per(Dimension.TIME));
        assertThat(low(price.value()) * 3_600).isCloseTo(usdPerHour, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void sparsePeaksAreAtLeastTwiceDense() {
        assertThat(FACTS.paths().stream().filter(path -> path.endsWith("_sparse")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(value(path))
                        .as(path)
                        .isGreaterThanOrEqualTo(1.99 * value(path.replace("_sparse", "_dense"))));
    }

    @Test
    void aLinkBothWaysIsTwiceOneWay() {
        assertThat(FACTS.paths().stream().filter(path -> path.endsWith(".link_both_ways")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(value(path))
                        .as(path)
                        .isEqualTo(2 * value(path.replace("link_both_ways", "link_one_way"))));
    }

    @Test
    void noMeasuredRoundTripIsBelowLightInFibre() {
        List<Fact> trips = FACTS.about("rtt").stream()
                .filter(fact -> !fact.path().contains(".same_"))
                .toList();
        assertThat(trips).hasSizeGreaterThan(200).allSatisfy(trip -> {
            String pair = trip.path().substring("facts.rtt.".length());
            double floorMs = 2 * distanceKm(pair) / FIBRE_KM_PER_MS;
            assertThat(low(trip.value()) * 1_000).as(pair).isGreaterThan(floorMs);
        });
    }

    @ParameterizedTest
    @CsvSource({"n_virginia_sydney, 15676", "frankfurt_n_virginia, 6555", "frankfurt_singapore, 10261"})
    void distancesAgreeWithThePublished(String pair, double km) {
        assertThat(distanceKm(pair)).isCloseTo(km, org.assertj.core.data.Percentage.withPercentage(0.2));
    }

    private static double distanceKm(String pair) {
        String first = FACTS.things().stream()
                .filter(thing -> pair.startsWith(thing + "_") && FACTS.knows(pair.substring(thing.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No two places: " + pair));
        String second = pair.substring(first.length() + 1);
        double lat1 = Math.toRadians(value(first + ".latitude"));
        double lat2 = Math.toRadians(value(second + ".latitude"));
        double dLon = Math.toRadians(value(second + ".longitude") - value(first + ".longitude"));
        double a = Math.pow(Math.sin((lat2 - lat1) / 2), 2)
                + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
    }

    @ParameterizedTest
    @CsvSource({
        "llama_2_7b, 6738415616, 524288",
        "llama_2_70b, 68976648192, 327680",
        "llama_3_1_8b, 8030261248, 131072",
        "llama_3_1_405b, 405853388800, 516096",
        "gpt_2_xl, 1557611200, 307200"
    })
    void aModelHasThePublishedParametersAndCache(String model, double parameters, double cacheBytesPerToken) {
        assertThat(value(model + ".parameters")).isEqualTo(parameters);
        double cache = 2 * value(model + ".layers") * value(model + ".kv_heads") * value(model + ".head_dim") * 2;
        assertThat(cache).isEqualTo(cacheBytesPerToken);
    }

    @Test
    void parametersOfDenseModelsFollowFromTheirShapes() {
        for (String model : List.of(
                "llama_2_7b",
                "llama_3_1_8b",
                "llama_3_1_70b",
                "llama_3_1_405b",
                "mistral_7b",
                "llama_30b",
                "llama_65b",
                "yi_34b",
                "yi_6b",
                "mistral_nemo",
                "mistral_small_24b",
                "codellama_34b")) {
            double hidden = value(model + ".hidden");
            double attention = 2 * hidden * value(model + ".heads") * value(model + ".head_dim")
                    + 2 * hidden * value(model + ".kv_heads") * value(model + ".head_dim");
            double layer = attention + 3 * hidden * value(model + ".ff") + 2 * hidden;
            double all = 2 * value(model + ".vocab") * hidden + value(model + ".layers") * layer + hidden;
            assertThat(value(model + ".parameters")).as(model).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"Graviton, 100", "egress, 3", "sydney, 20", "sparsity, 5", "llama 8b parameters, 2"})
    void factsAreFoundByWord(String words, int atLeast) {
        assertThat(FACTS.search(words)).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /// What an engineer who sizes an ML system looks up, one of each kind.
    private static final String LOOKED_UP = """
        h100.bf16_dense h100.fp8_sparse h100.link_one_way b200.memory gb200.memory l4.power
        mi300x.memory_bandwidth mi355x.bf16_dense tpu_v5e.bf16_dense tpu_v6e.memory tpu_v7.memory
        trainium1.bf16_dense trainium2.memory trainium3.memory inferentia2.memory gaudi_3.memory h100.price
        h100.spot_price h100.reserved_price tpu_v5p.spot_price spot.discount reserved_1_year.discount
        frankfurt.price_level sao_paulo.price_level london.price_level c7g_xlarge.network
        r7i_4xlarge.memory llama_3_1_70b.kv_heads deepseek_v3.kv_rank mixtral_8x7b.experts
        bert_base.parameters resnet_50.work vit_b_16.parameters dlrm_dcnv2.rows two_tower.dims
        redis.overhead mysql.writes cassandra.writes memcached.overhead kafka_broker.throughput
        kinesis_shard.throughput rabbitmq.writes pulsar.p99 rtt.frankfurt_n_virginia egress.cost
        cross_zone.cost object_storage.price object_storage_deep_archive.minimum gcs_coldline.price
        azure_blob_cool.price ec2.available dynamodb_service.available cloud_run.available
        azure_vm.available hnsw.overhead ivf.overhead hnsw_recall.usual ivf_pq_recall.high
        diskann_recall.usual light.in_fibre data_centre.pue_large stockholm.carbon mumbai.carbon
        sydney.carbon
        """;

    @Test
    void whatAnEngineerLooksUpIsKnown() {
        assertThat(LOOKED_UP.split("\\s+"))
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        path -> assertThat(Known.facts().find(path)).as(path).isPresent());
    }
}
