package dev.plumbline.validation;

import java.util.List;

/// Memory of vector indexes, and sizes and errors of sketches.
final class StorageKinds {
    private static final String LINK = ", {m}, ";

    private StorageKinds() {}

    static List<Kind> all() {
        return List.of(
                Template.of("ivf_memory({n}, {d}, {bytes B = 4 B}, {nlist}, facts.ivf.overhead)")
                        .unless("pq"),
                Template.of("hnsw_memory({n}, {d}, {bytes B = 4 B}" + LINK
                                + "facts.hnsw_opensearch.link * 1 vector, facts.hnsw_opensearch.overhead)")
                        .says("opensearch"),
                Template.of("hnsw_memory({n}, {d}, {bytes B = 4 B}" + LINK + "8 B, 100 %)")
                        .says("hnswlib", "faiss"),
                Template.of("hnsw_memory({n}, {d}, {bytes B = 4 B}" + LINK
                        + "facts.hnsw.link * 1 vector, facts.hnsw.overhead)"),
                Template.of("((({pq_code_size} / 8) * {pq_m} + 24) * {n} + {nlist} * 4 * {d}"
                                + " + 2 ^ {pq_code_size} * 4 * {d})"
                                + " * 1.1 B")
                        .says("pq"),
                Template.of("ivf_pq_memory({n}, {pq_bytes B}, {id_bytes B = 8 B}, {nlist = 0}, {d = 0})")
                        .says("ivf"),
                Template.of("diskann_memory({n}, {pq_bytes B}, {cached = 0}, {d = 0}, {bytes B = 4 B}, {degree = 64})"),
                Template.of("2 * {n} * {m} * {bytes B}").says("link", "edge", "graph"),
                Template.of("{n} * {d} * {bits bit}").says("binary", "quanti", "raw", "vectors"),
                Template.of("collision({n}, log2({days}) * 1 bit)").says("collision", "birthday"),
                Template.of("count_min_width({error})").says("min", "width"),
                Template.of("bloom_hashes(1, -log({fp}) / (log(2) * log(2)) * 1 bit)")
                        .says("hash"),
                Template.of("collision({n}, {bits bit})"),
                Template.of("sqrt(2 * 2 ^ {bits} * -log(1 - {p}))").says("collision", "birthday"),
                Template.of("bloom_filter(1, {fp})").says("bits per", "bits/"),
                Template.of("bloom_filter({n}, {fp})"),
                Template.of("lru_hit({keys}, {skew}, {entries})").says("lru", "hit", "cache"),
                Template.of("lfu_hit({keys}, {skew}, {entries})").says("lfu", "perfect"),
                Template.of("kv_store_memory({n}, {key_bytes B}, {value_bytes B}, {overhead B = 0 B}, {copies = 1},"
                        + " 100 %)"),
                Template.of("bloom_false_positive({n}, {n} * {bits_per_key bit}, {hashes})"),
                Template.of("bloom_hashes(1, {bits_per_key bit})"),
                Template.of("hyperloglog_error({m})").says("hyperloglog", "hll"),
                Template.of("embedding_table({n}, {d}, {bytes B})"));
    }
}
