package dev.plumbline.export;

import java.util.Locale;

/// Names as other systems allow them.
final class Labels {
    private static final int LONGEST = 63;

    private Labels() {}

    /// A label of RFC 1123: small letters, digits and hyphens, at most 63, with a letter or digit at both ends.
    static String dns(String text) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST).replaceAll("-+$", "") : name;
        return cut.isEmpty() ? "unnamed" : cut;
    }

    /// Two names as one label. A long first part is cut, so that labels that differ in the second still do.
    static String dns(String first, String second) {
        String end = dns(second);
        int room = LONGEST - 1 - end.length();
        String begin = dns(first);
        return room < 1 ? end : dns(begin.substring(0, Math.min(begin.length(), room)) + "-" + end);
    }

    /// Words run together, each with a capital: `FraudScoreFast`.
    static String camel(String... texts) {
        StringBuilder name = new StringBuilder();
        for (String text : texts) {
            for (String word : text.split("[^A-Za-z0-9]+", -1)) {
                if (!word.isEmpty()) {
                    name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
                }
            }
        }
        return name.toString();
    }
}
