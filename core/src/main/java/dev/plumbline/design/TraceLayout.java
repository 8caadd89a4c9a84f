package dev.plumbline.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a trace's lines keep what is read from them: by column in CSV, by key in JSON lines.
///
/// Recognised are the names that published traces use: the Azure LLM trace (`TIMESTAMP`, `ContextTokens`,
/// `GeneratedTokens`), BurstGPT (`Timestamp`, `Request tokens`, `Response tokens`), Mooncake (`timestamp` in
/// milliseconds, `input_length`, `output_length`, in JSON lines), Vidur (`arrived_at`, `num_prefill_tokens`,
/// `num_decode_tokens`), and plain words.
///
/// @param json whether each line is a JSON object
/// @param names what the columns or keys are called, for messages
/// @param time which of them holds the time
/// @param milliseconds whether times without a stated unit are in milliseconds
record TraceLayout(
        boolean json,
        List<String> names,
        int time,
        Optional<Integer> prompt,
        Optional<Integer> output,
        Optional<Integer> bytes,
        boolean milliseconds) {
    private static final List<String> TIME = List.of("timestamp", "time", "arrived_at", "arrival_time", "ts");
    private static final List<String> PROMPT = List.of(
            "contexttokens",
            "request tokens",
            "input_length",
            "num_prefill_tokens",
            "prompt_tokens",
            "input_tokens",
            "prompt");
    private static final List<String> OUTPUT = List.of(
            "generatedtokens",
            "response tokens",
            "output_length",
            "num_decode_tokens",
            "completion_tokens",
            "output_tokens",
            "output");
    private static final List<String> BYTES = List.of("bytes", "size", "size_bytes", "payload");
    private static final String MOONCAKE = "input_length";

    TraceLayout {
        names = List.copyOf(names);
    }

    /// The layout of a file that begins with this line; empty when nothing there is a time.
    ///
    /// @param wanted the column that the design names, if it names one
    static Optional<TraceLayout> of(String first, Optional<String> wanted) {
        boolean json = first.stripLeading().startsWith("{");
        List<String> names =
                json ? JsonLine.members(first).map(JsonLine::names).orElse(List.of()) : cells(first, new ArrayList<>());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        Optional<Integer> time = wanted.isPresent()
                ? place(places, List.of(wanted.get().toLowerCase(Locale.ROOT)))
                : place(places, TIME);
        return time.map(found -> new TraceLayout(
                json,
                names,
                found,
                place(places, PROMPT),
                place(places, OUTPUT),
                place(places, BYTES),
                json && places.containsKey(MOONCAKE)));
    }

    private static Optional<Integer> place(Map<String, Integer> places, List<String> words) {
        return words.stream().filter(places::containsKey).findFirst().map(places::get);
    }

    /// The values of a line, in the order of `names`; empty when it is no JSON object.
    ///
    /// @param reused is cleared and filled
    Optional<List<String>> values(String line, List<String> reused) {
        if (!json) {
            return Optional.of(cells(line, reused));
        }
        return JsonLine.members(line).map(members -> members.values(names));
    }

    /// The cells of a CSV line; one in double quotes may hold commas.
    private static List<String> cells(String line, List<String> cells) {
        cells.clear();
        int from = 0;
        while (from <= line.length()) {
            if (from < line.length() && line.charAt(from) == '"') {
                int end = line.indexOf('"', from + 1);
                end = end < 0 ? line.length() : end;
                cells.add(line.substring(from + 1, end));
                int comma = line.indexOf(',', end);
                from = comma < 0 ? line.length() + 1 : comma + 1;
            } else {
                int comma = line.indexOf(',', from);
                int end = comma < 0 ? line.length() : comma;
                cells.add(line.substring(from, end).strip());
                from = end + 1;
            }
        }
        return cells;
    }
}
