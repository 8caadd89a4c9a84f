package dev.plumbline.workshop;

import dev.plumbline.ask.AskReading;
import java.util.LinkedHashMap;
import java.util.Map;

/// What somebody asked for, cut into parts that each become one requirement.
final class Asks {
    private Asks() {}

    /// The parts by the name of the requirement that each becomes: the kind's word, with a number for a second one.
    static Map<String, String> of(String sentences) {
        Map<String, String> asks = new LinkedHashMap<>();
        for (String sentence : sentences.split(";")) {
            if (!sentence.isBlank()) {
                AskReading.parts(sentence.strip())
                        .forEach(part -> asks.put(free(asks, part.kind().word()), part.ask()));
            }
        }
        return asks;
    }

    private static String free(Map<String, String> taken, String word) {
        String name = word;
        for (int i = 2; taken.containsKey(name); i++) {
            name = word + "-" + i;
        }
        return name;
    }

    /// The kind's word of a requirement's name.
    static String kind(String name) {
        return name.replaceFirst("-\\d+$", "");
    }
}
