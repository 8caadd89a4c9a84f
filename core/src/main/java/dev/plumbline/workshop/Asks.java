package dev.plumbline.workshop;

import dev.plumbline.ask.AskReading;
import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody asked for, cut into parts that each become one requirement.
final class Asks {
    private Asks() {}

    /// The parts by the name of the requirement that each becomes: the kind's word, with a number for a second one.
    static Map<String, String> of(String sentences) {
        Map<String, String> asks = new LinkedHashMap<>();
        for (String sentence : sentences.split(";")) {
            for (String part : parts(sentence.strip())) {
                if (!part.isEmpty()) {
                    asks.put(free(asks, AskReading.of(part).kind().word()), part);
                }
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

    /// A sentence is cut at "and" where each part is about something else.
    private static List<String> parts(String sentence) {
        List<String> parts = Arrays.stream(sentence.split(",? and |, "))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        List<RequirementKind> kinds = new ArrayList<>();
        parts.forEach(part -> kinds.add(AskReading.of(part).kind()));
        return kinds.stream().distinct().count() == kinds.size() ? parts : List.of(sentence);
    }

    /// The kind's word of a requirement's name.
    static String kind(String name) {
        return name.replaceFirst("-\\d+$", "");
    }
}
