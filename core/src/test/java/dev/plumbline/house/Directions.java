package dev.plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which package may use which. Each broken rule is one sentence.
///
/// 1. Imports go downward: a package uses only packages of lower tiers.
/// 2. Engines know neither the design nor the file it came from.
/// 3. A foreign library stays in the package that was made for it.
/// 4. Clocks, files, ports, the terminal and unseeded randomness are the doors' alone.
final class Directions {
    private static final String HOUSE = "dev.plumbline.";

    /// The tiers, lowest first. A new package is given its tier here.
    private static final Map<String, Integer> TIER = Map.ofEntries(
            Map.entry("probability", 0),
            Map.entry("quantity", 1),
            Map.entry("diagnostic", 0),
            Map.entry("roofline", 0),
            Map.entry("statistics", 1),
            Map.entry("caching", 1),
            Map.entry("source", 2),
            Map.entry("queueing", 2),
            Map.entry("simulation", 2),
            Map.entry("knowledge", 3),
            Map.entry("formula", 3),
            Map.entry("calculation", 4),
            Map.entry("validation", 8),
            Map.entry("requirement", 4),
            Map.entry("ask", 5),
            Map.entry("design", 5),
            Map.entry("estimation", 6),
            Map.entry("assessment", 7),
            Map.entry("policy", 7),
            Map.entry("claim", 7),
            Map.entry("diagnosis", 8),
            Map.entry("proposal", 8),
            Map.entry("scorecard", 8),
            Map.entry("review", 9),
            Map.entry("smell", 9),
            Map.entry("scale", 9),
            Map.entry("report", 10),
            Map.entry("export", 11),
            Map.entry("workshop", 9),
            Map.entry("cli", 12),
            Map.entry("studio", 12));

    private static final Set<String> ENGINES =
            Set.of("probability", "statistics", "caching", "roofline", "queueing", "simulation");
    private static final Set<String> DOORS = Set.of("cli", "studio");

    /// Foreign code, by prefix, and the packages that may use it.
    private static final Map<String, Set<String>> ONLY_IN = Map.of(
            "org.snakeyaml.", Set.of("source"),
            "tools.jackson.", Set.of("report", "cli", "studio"),
            "picocli.", Set.of("cli"),
            "org.jline.", Set.of("cli"),
            "com.sun.net.httpserver.", Set.of("studio"),
            "java.net.ServerSocket", Set.of("studio"),
            "java.nio.channels.ServerSocketChannel", Set.of("studio"));

    /// Types and members by which the world outside leaks in.
    private static final List<String> OUTSIDE = List.of(
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.in",
            "java.lang.System.exit(…)",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.nanoTime()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.console()",
            "java.lang.Thread.sleep",
            "java.lang.Math.random()",
            "java.time.Clock.system",
            "java.time.InstantSource.system()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.util.UUID.randomUUID()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.random.RandomGenerator.getDefault()",
            "java.util.random.RandomGeneratorFactory.create()",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.nio.file.Files",
            "java.io.File",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.net.Socket",
            "java.net.http.HttpClient");

    private Directions() {}

    /// The sentences for every class below a folder of compiled classes.
    static List<String> broken(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> sentences = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                sentences.addAll(broken(ClassUse.of(Files.readAllBytes(file))));
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sentences for one class.
    static List<String> broken(ClassUse use) {
        Optional<String> home = packageOf(use.name());
        if (home.isEmpty() || !TIER.containsKey(home.get())) {
            return List.of("%s is in a package that has no tier; give it one in Directions".formatted(use.name()));
        }
        List<String> sentences = new ArrayList<>();
        String from = home.get();
        for (String type : use.types()) {
            packageOf(type)
                    .filter(to -> !to.equals(from))
                    .flatMap(to -> upward(from, to))
                    .ifPresent(why -> sentences.add(sentence(use, type, why)));
            ONLY_IN.forEach((prefix, homes) -> {
                if (type.startsWith(prefix) && !homes.contains(from)) {
                    sentences.add(sentence(use, type, "only %s may".formatted(String.join(", ", homes))));
                }
            });
        }
        if (!DOORS.contains(from)) {
            leaks(use).forEach(leak -> sentences.add(sentence(use, leak, "the doors pass it in")));
        }
        for (String field : use.mutable()) {
            sentences.add("%s has a static field \"%s\" that can change; state belongs to objects"
                    .formatted(use.name(), field));
        }
        return sentences;
    }

    private static Optional<String> upward(String from, String to) {
        if (!TIER.containsKey(to)) {
            return Optional.of("%s has no tier; give it one in Directions".formatted(to));
        }
        if (ENGINES.contains(from) && !ENGINES.contains(to)) {
            return Optional.of("an engine knows only engines, so that it can be read and tested alone");
        }
        int lower = TIER.getOrDefault(from, 0);
        int upper = TIER.getOrDefault(to, 0);
        if (upper == lower) {
            return Optional.of("siblings do not use each other");
        }
        return upper > lower ? Optional.of("imports go downward, and %s is above".formatted(to)) : Optional.empty();
    }

    private static List<String> leaks(ClassUse use) {
        return Stream.concat(use.types().stream(), use.members().stream())
                .filter(name -> OUTSIDE.stream().anyMatch(leak -> is(leak, name)))
                .toList();
    }

    /// A type is named whole; a member may be named without its parameters, or by the beginning of its name.
    private static boolean is(String leak, String name) {
        boolean type = Character.isUpperCase(leak.charAt(leak.lastIndexOf('.') + 1));
        return type ? name.equals(leak) : name.startsWith(leak);
    }

    private static String sentence(ClassUse use, String used, String why) {
        return "%s uses %s: %s".formatted(use.name(), used, why);
    }

    private static Optional<String> packageOf(String type) {
        if (!type.startsWith(HOUSE)) {
            return Optional.empty();
        }
        String inside = type.substring(HOUSE.length());
        int dot = inside.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(inside.substring(0, dot));
    }
}
