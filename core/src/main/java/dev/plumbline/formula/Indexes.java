package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;

import dev.plumbline.quantity.Function;
import java.util.List;

/// Memory of embedding tables, key-value stores and vector indexes.
final class Indexes {
    private static final String JOHNSON = "Johnson et al. 2017, faiss (https://arxiv.org/abs/1702.08734), section 5";

    private Indexes() {}

    static List<Function> all() {
        return List.of(
                embeddingTable(), keyValueStore(), hnsw(), ivf(), ivfPq(), diskAnnMemory(), diskAnnDisk(), scanTime());
    }

    private static Function embeddingTable() {
        return Function.named("embedding_table")
                .about("the size of an embedding table, or of vectors without an index")
                .formula("rows × dims × bytes")
                .source("definition")
                .takesCounted("rows", NONE, "rows of all tables together")
                .takesCounted("dims", NONE, "numbers in a row")
                .takesCounted("bytes", DATA, "of one number: 4 B FP32, 2 B FP16, 1 B INT8")
                .gives(DATA, a -> a[0] * a[1] * a[2]);
    }

    private static Function keyValueStore() {
        return Function.named("kv_store_memory")
                .about("the memory that a key-value store takes over all its nodes")
                .formula("keys × (key + value + overhead) × copies / usable")
                .source("definition; the overhead of an engine is a fact, see facts.redis.overhead")
                .takesCounted("keys", NONE, "keys, before copies")
                .takesCounted("key", DATA, "bytes of one key")
                .takesCounted("value", DATA, "bytes of one value, as encoded")
                .takesCounted("overhead", DATA, "what the engine adds to each key")
                .takesCounted("copies", NONE, "replicas, the first counted")
                .takes("usable", NONE, "share of a node's memory that may hold data, such as facts.redis.usable")
                .gives(DATA, a -> a[0] * (a[1] + a[2] + a[3]) * a[4] / a[5]);
    }

    private static Function hnsw() {
        return Function.named("hnsw_memory")
                .about("the memory of an HNSW index: the vectors and their links, all of it searched at random")
                .formula("vectors × (dims × bytes + links × link) × overhead")
                .source("Malkov and Yashunin 2016 (https://arxiv.org/abs/1603.09320), section 4.2.3: 8 to 10 B a link;"
                        + " engines differ, see facts.hnsw")
                .takesCounted("vectors", NONE, "vectors")
                .takesCounted("dims", NONE, "numbers in a vector")
                .takesCounted("bytes", DATA, "of one number: 4 B FP32, 1 B after scalar quantisation")
                .takesCounted(
                        "links", NONE, "M: links of a vector in each upper layer; 16 is usual, 64 for high recall")
                .takesCounted("link", DATA, "of one of the M links: 8 B in hnswlib and faiss, as the lowest has 2 M")
                .takes("overhead", NONE, "what the engine takes over that: 100 % for the bare structure")
                .gives(DATA, a -> a[0] * (a[1] * a[2] + a[3] * a[4]) * a[5]);
    }

    private static Function ivf() {
        return Function.named("ivf_memory")
                .about("the memory of an inverted-file index of whole vectors")
                .formula("(vectors + lists) × dims × bytes × overhead")
                .source(JOHNSON + "; the overhead of an engine is a fact, see facts.ivf")
                .takesCounted("vectors", NONE, "vectors")
                .takesCounted("dims", NONE, "numbers in a vector")
                .takesCounted("bytes", DATA, "of one number")
                .takesCounted("lists", NONE, "lists, each with a centroid; about 4 × sqrt(vectors)")
                .takes("overhead", NONE, "what the engine takes over that")
                .gives(DATA, a -> (a[0] + a[3]) * a[1] * a[2] * a[4]);
    }

    private static Function ivfPq() {
        return Function.named("ivf_pq_memory")
                .about("the memory of an inverted-file index of product-quantised codes")
                .formula("vectors × (code + identifier) + (lists + 256) × dims × 4 B")
                .source(JOHNSON
                        + ", and Jégou et al. 2011 (https://doi.org/10.1109/TPAMI.2010.57): 256 centroids a part")
                .takesCounted("vectors", NONE, "vectors")
                .takesCounted("code", DATA, "of one vector's code: one byte for each part of 8 bits")
                .takesCounted("identifier", DATA, "kept beside a code: 8 B in faiss")
                .takesCounted("lists", NONE, "lists, each with a centroid in FP32")
                .takesCounted("dims", NONE, "numbers in a vector")
                .gives(DATA, a -> a[0] * (a[1] + a[2]) + (a[3] + 256) * a[4] * 4);
    }

    private static Function diskAnnMemory() {
        return Function.named("diskann_memory")
                .about("the main memory of an index that keeps its graph on SSD: codes, and hot vectors with"
                        + " their links")
                .formula("vectors × code + cached × (dims × bytes + (degree + 1) × 4 B)")
                .source(Diskann.PAPER + ", sections 3.1 and 3.3")
                .takesCounted("vectors", NONE, "vectors")
                .takesCounted("code", DATA, "of one vector's code in memory: 32 B in the paper")
                .takesCounted("cached", NONE, "vectors near the entry point that stay in memory")
                .takesCounted("dims", NONE, "numbers in a vector")
                .takesCounted("bytes", DATA, "of one number")
                .takesCounted("degree", NONE, "most links of a vector: 64 to 128")
                .gives(DATA, a -> a[0] * a[1] + a[2] * Diskann.record(a[3], a[4], a[5]));
    }

    private static Function diskAnnDisk() {
        return Function.named("diskann_disk")
                .about("what the same index takes on SSD; a record never crosses a sector it fits in")
                .formula("sectors of 4 KiB that hold vectors × (dims × bytes + (degree + 1) × 4 B)")
                .source(Diskann.PAPER + ", section 3.2")
                .takesCounted("vectors", NONE, "vectors")
                .takesCounted("dims", NONE, "numbers in a vector")
                .takesCounted("bytes", DATA, "of one number")
                .takesCounted("degree", NONE, "most links of a vector")
                .gives(DATA, a -> Diskann.disk(a[0], Diskann.record(a[1], a[2], a[3])));
    }

    private static Function scanTime() {
        return Function.named("scan_time")
                .about("how long searching all vectors one by one takes where memory is the bound")
                .formula("vectors × dims × bytes / bandwidth")
                .source("definition; the oracle of every index, and its answer is exact")
                .takesCounted("vectors", NONE, "vectors, or those in the lists that are probed")
                .takesCounted("dims", NONE, "numbers in a vector")
                .takesCounted("bytes", DATA, "of one number")
                .takesCounted("bandwidth", Measures.BANDWIDTH, "memory bandwidth")
                .gives(Measures.TIME, a -> a[0] * a[1] * a[2] / a[3]);
    }
}
