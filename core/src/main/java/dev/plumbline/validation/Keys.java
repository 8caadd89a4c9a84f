package dev.plumbline.validation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Input keys that mean the same. Authors of cases shorten as their source does.
final class Keys {
    private static final Map<String, List<String>> SAME = Map.ofEntries(
            Map.entry("params", List.of("parameters", "n_params", "total_params")),
            Map.entry("active", List.of("active_params")),
            Map.entry("tokens", List.of("tok", "seq", "seq_len", "sequence", "context", "ctx", "n_tokens", "input")),
            Map.entry("bw", List.of("bandwidth", "hbm_bw", "mem_bw", "memory_bandwidth")),
            Map.entry("flops", List.of("peak", "peak_flops", "flops_per_gpu", "flops_per_device", "flops_per_chip")),
            Map.entry("gpus", List.of("n_gpus", "devices", "chips", "accelerators", "tp", "n_gpu", "gpu_count")),
            Map.entry("bytes", List.of("b", "bytes_per_param", "elem_bytes", "dtype_bytes", "bytes_per_element")),
            Map.entry("vocab", List.of("vocab_size")),
            Map.entry("d", List.of("hidden", "d_model", "hidden_size", "dim", "dims", "dimension", "dimensions")),
            Map.entry("layers", List.of("l", "n_layers", "num_layers")),
            Map.entry("kv_dim", List.of("kv_width")),
            Map.entry("q_dim", List.of("q_width", "query_width")),
            Map.entry("ff", List.of("d_ff", "ffn", "intermediate", "intermediate_size")),
            Map.entry("kv_heads", List.of("h_kv", "num_kv_heads", "n_kv_heads", "num_key_value_heads")),
            Map.entry("head_dim", List.of("d_h", "d_head")),
            Map.entry("kv_rank", List.of("kv_lora_rank", "kv_lora", "latent", "latent_dim", "c_kv")),
            Map.entry("rope", List.of("rope_dim", "qk_rope_head_dim", "rope_head_dim", "d_rope")),
            Map.entry("top_k", List.of("experts_used", "active_experts", "experts_per_token", "topk")),
            Map.entry("rows", List.of("n_rows", "entries", "users", "items", "embeddings")),
            Map.entry("bytes_per_token", List.of("kv_bytes_per_token", "kv")),
            Map.entry("batch", List.of("seqs", "sequences", "batch_size")),
            Map.entry("gpu_hours", List.of("gpuh", "device_hours", "hours_gpu")),
            Map.entry("watts", List.of("w", "tdp", "power_w", "power")),
            Map.entry(
                    "intensity_kg", List.of("kgco2_per_kwh_incl_pue", "kgco2_per_kwh", "kgco2e_per_kwh", "kg_per_kwh")),
            Map.entry("intensity_g", List.of("gco2_per_kwh", "gco2e_per_kwh", "g_per_kwh")),
            Map.entry("kwh", List.of("energy_kwh")),
            Map.entry("mwh", List.of("energy_mwh")),
            Map.entry("n", List.of("vectors", "keys", "items", "count")),
            Map.entry("nlist", List.of("lists", "n_lists")),
            Map.entry("m", List.of("links", "registers")),
            Map.entry("pq_bytes", List.of("code_bytes", "code_size_bytes")),
            Map.entry("availability", List.of("a", "slo", "sla", "target")),
            Map.entry("lambda", List.of("rate", "arrival_rate", "qps", "rps", "lambda1", "x1")),
            Map.entry("mu", List.of("service_rate")),
            Map.entry("mean_s", List.of("service_s", "service", "s")),
            Map.entry("cv2", List.of("scv", "cs2")),
            Map.entry("ca2", List.of("arrival_cv2")),
            Map.entry("servers", List.of("c", "n")),
            Map.entry("load", List.of("a", "erlangs", "traffic")),
            Map.entry("k", List.of("places", "capacity", "k_needed", "needed")),
            Map.entry("users", List.of("n", "clients", "customers")),
            Map.entry("heads", List.of("a", "n_heads", "num_heads")),
            Map.entry("sequence", List.of("s", "seq", "seq_len", "tokens")),
            Map.entry("sequences", List.of("b", "batch", "micro_batch")),
            Map.entry("hidden", List.of("h", "d", "d_model", "hidden_size")),
            Map.entry("write_s", List.of("delta", "checkpoint_s", "write")),
            Map.entry("mtbf_h", List.of("mtbf", "between_failures_h")),
            Map.entry("grows", List.of("growth", "growth_rate", "growth_per_month", "monthly_growth", "rate")),
            Map.entry("start", List.of("users", "dau", "now", "initial", "n")),
            Map.entry("per_day", List.of("events_per_day", "requests_per_day", "req_per_day", "rows_per_day")),
            Map.entry("rps", List.of("qps", "req_per_s", "requests_per_s")),
            Map.entry("burn", List.of("burn_rate")),
            Map.entry("skew", List.of("alpha", "zipf", "exponent")),
            Map.entry("util", List.of("utilisation", "utilization", "gpu_memory_utilization", "usable")),
            Map.entry("z", List.of("think_s", "think")),
            Map.entry("time_s", List.of("w", "w_s", "latency_s", "latency", "time")),
            Map.entry("budget", List.of("budget_share", "budget_spent", "spent")),
            Map.entry("requests", List.of("events", "reqs", "requests_per_month")),
            Map.entry("error", List.of("eps", "epsilon")),
            Map.entry("aht", List.of("service_s", "hold")),
            Map.entry("within", List.of("t", "target_s")),
            Map.entry("p", List.of("prob", "probability", "slow")),
            Map.entry("fp", List.of("p", "fpr", "false_positive")),
            Map.entry("size_bytes", List.of("bytes", "size")),
            Map.entry("km", List.of("distance_km", "distance")),
            Map.entry("rtt_ms", List.of("rtt")),
            Map.entry("req_per_user_day", List.of("req_per_user_per_day", "actions_per_user_day", "per_user_day")),
            Map.entry("peak_to_mean", List.of("peak_factor", "peak_ratio", "peak")),
            Map.entry(
                    "usd_per_hour",
                    List.of(
                            "usd_per_h",
                            "price_per_hour",
                            "price_usd_h",
                            "usd_h",
                            "usd_per_gpu_hour",
                            "usd_per_gpu_h")),
            Map.entry("tok_per_s", List.of("tokens_per_s", "tok_s", "throughput")));

    private Keys() {}

    /// The key and all others that mean the same, in the order in which they are tried.
    static String[] of(String key) {
        return Stream.concat(Stream.of(key), SAME.getOrDefault(key, List.of()).stream())
                .toArray(String[]::new);
    }
}
