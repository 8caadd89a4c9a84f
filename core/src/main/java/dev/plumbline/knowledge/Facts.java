package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Everything that is known, by path. Immutable.
///
/// Loading reads the YAML; a fact's value is read when it is asked for, so that a run pays for the facts it uses.
public final class Facts {
    /// What every path begins with.
    public static final String ROOT = "facts.";

    /// The file that names all others.
    public static final String INDEX = "index.yaml";

    private final Map<String, Entry> entries;
    private final Map<String, Entry> names;

    private Facts(Map<String, Entry> entries, Map<String, Entry> names) {
        this.entries = Collections.unmodifiableMap(entries);
        this.names = Collections.unmodifiableMap(names);
    }

    /// What came of reading: the facts, and what is wrong with their files.
    public record Reading(Facts facts, Diagnostics findings) {}

    /// Nothing is known.
    public static Facts none() {
        return new Facts(Map.of(), Map.of());
    }

    /// Reads all files that the index names. Values are not looked at yet; see [#faults].
    ///
    /// @param textOf the text of a file by its name, such as `index.yaml`
    public static Reading load(UnaryOperator<String> textOf) {
        Document index = YamlReader.read(INDEX, textOf.apply(INDEX));
        List<String> files = index.root().map(root -> Texts.list(root, "files")).orElse(List.of());
        Stream<Document> documents = files.stream().map(file -> YamlReader.read(file, textOf.apply(file)));
        Reading read = read(documents.toList());
        return new Reading(read.facts(), read.findings().and(index.findings().all()));
    }

    /// Reads files of facts.
    public static Reading read(List<Document> documents) {
        Problems problems = new Problems();
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Entry> names = new LinkedHashMap<>();
        for (Document document : documents) {
            problems.addAll(document.findings().all());
            document.root().ifPresent(root -> addAll(root, entries, names, problems));
        }
        return new Reading(new Facts(entries, names), problems.collected());
    }

    private static void addAll(
            Node.Mapping root, Map<String, Entry> entries, Map<String, Entry> names, Problems problems) {
        root.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> !Subject.KEYS.contains(key.text()))
                .forEach(key -> problems.error(
                        FactReader.RULE,
                        key.place(),
                        "a file of facts has no \"%s\"".formatted(key.text()),
                        "what nobody reads is a mistake that nobody sees",
                        "write one of " + String.join(", ", Subject.KEYS)));
        Subject subject = Subject.of(root);
        Texts.mapping(root, "facts")
                .ifPresent(facts -> facts.entries().forEach(each -> {
                    if (each.value() instanceof Node.Mapping node) {
                        Entry entry = new Entry(each.key().text(), Texts.list(node, "also"), node, subject);
                        entries.putIfAbsent(entry.name(), entry);
                        Stream.concat(Stream.of(entry.name()), entry.also().stream())
                                .filter(name -> names.putIfAbsent(name, entry) != null || !name.equals(key(name)))
                                .forEach(name -> problems.error(
                                        FactReader.RULE,
                                        each.key().place(),
                                        "the name \"%s\" occurs twice, or is not written as \"%s\""
                                                .formatted(name, key(name)),
                                        "a path has to lead to one fact, whichever file it stands in",
                                        "choose another name, of small letters, digits and _"));
                    }
                }));
    }

    /// The key of a name as people write it: small letters and digits, `_` for all else. `c7g.xlarge` is `c7g_xlarge`,
    /// `N. Virginia` is `n_virginia`, `São Paulo` is `sao_paulo`.
    public static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }

    /// The fact at a path, `facts.h100.power` or `h100.power`. The path of what is found carries the entry's first
    /// name: `facts.h100_sxm.power`.
    public Optional<Fact> find(String path) {
        String inner = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        int dot = inner.indexOf('.');
        return dot < 0 ? Optional.empty() : find(inner.substring(0, dot), inner.substring(dot + 1));
    }

    /// The fact of something, named as people write it: `c7g.xlarge`, `price`.
    public Optional<Fact> find(String thing, String attribute) {
        return entry(thing)
                .filter(entry -> entry.attributes().contains(attribute))
                .flatMap(entry -> new FactReader(entry, new Problems()).read(attribute));
    }

    /// Whether anything is known about something, named as people write it.
    public boolean knows(String thing) {
        return entry(thing).isPresent();
    }

    /// All that is known about something, in the order of its file.
    public List<Fact> about(String thing) {
        return entry(thing).stream().flatMap(Facts::facts).toList();
    }

    /// The name, of all that things go by, nearest to one that is not known.
    public Optional<String> nearest(String thing) {
        return Nearest.to(key(thing), names.keySet());
    }

    /// The path nearest to one that leads nowhere: another attribute of the same thing, or the same of another.
    public Optional<String> nearestPath(String path) {
        String inner = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        int dot = Math.max(0, inner.indexOf('.'));
        String thing = inner.substring(0, dot);
        String attribute = inner.substring(Math.min(inner.length(), dot + 1));
        Optional<String> owner = knows(thing) ? Optional.of(thing) : nearest(thing);
        Optional<String> near = owner.flatMap(this::entry)
                .flatMap(entry -> entry.attributes().contains(attribute)
                        ? Optional.of(attribute)
                        : Nearest.to(attribute, entry.attributes()))
                .map(found -> ROOT + owner.orElse(thing) + "." + found);
        return near.isPresent() ? near : Nearest.to(ROOT + inner, paths());
    }

    /// Every path, in the order of the files.
    public List<String> paths() {
        return entries.values().stream()
                .flatMap(entry -> entry.attributes().stream().map(name -> ROOT + entry.name() + "." + name))
                .toList();
    }

    /// Every name that something goes by, in the order of the alphabet.
    public Collection<String> things() {
        return new TreeSet<>(names.keySet());
    }

    /// The facts that mention all words: in their path, their other names, purpose, note or source. Upper and lower
    /// case are one, and `-`, `.` and blanks are `_` in names.
    public List<Fact> search(String words) {
        List<String> wanted = Stream.of(words.strip().split("\\s+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        List<Fact> found = new ArrayList<>();
        for (Entry entry : entries.values()) {
            String also = String.join(" ", entry.also());
            facts(entry)
                    .filter(fact -> wanted.stream().allMatch(word -> mentions(fact, also, word)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean mentions(Fact fact, String also, String word) {
        String named = fact.path() + " " + also;
        String told = String.join(" ", fact.purpose(), fact.note(), fact.source());
        String key = key(word);
        boolean isNamed = named.contains(word) || (!key.isEmpty() && named.contains(key));
        return isNamed || told.toLowerCase(Locale.ROOT).contains(word);
    }

    /// What is wrong with any fact: no value, unit, source, date or purpose. Reads all of them.
    public Diagnostics faults() {
        Problems problems = new Problems();
        for (Entry entry : entries.values()) {
            entry.attributes().forEach(name -> new FactReader(entry, problems).read(name));
        }
        return problems.collected();
    }

    private Optional<Entry> entry(String thing) {
        return Optional.ofNullable(names.get(key(thing)));
    }

    private static Stream<Fact> facts(Entry entry) {
        FactReader reader = new FactReader(entry, new Problems());
        return entry.attributes().stream().flatMap(name -> reader.read(name).stream());
    }
}
