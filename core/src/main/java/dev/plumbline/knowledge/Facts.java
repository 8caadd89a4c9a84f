package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Document;
import dev.plumbline.source.YamlReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is known, by path. Immutable.
///
/// A file is read when something that it may name is asked for, and a value when it is used, so that a run pays for the
/// facts it needs.
public final class Facts {
    /// What every path begins with.
    public static final String ROOT = "facts.";

    /// The file that names all others.
    public static final String INDEX = "index.yaml";

    private final List<FactFile> files;
    /// What was found by path: a design that is looked at many times asks for the same facts each time.
    private final Map<String, Optional<Fact>> found = new ConcurrentHashMap<>();

    private Facts(List<FactFile> files) {
        this.files = List.copyOf(files);
    }

    /// What came of reading: the facts, and what is wrong with their files.
    public record Reading(Facts facts, Diagnostics findings) {}

    /// Nothing is known.
    public static Facts none() {
        return new Facts(List.of());
    }

    /// The facts of all files that the index names; see [#faults] for what is wrong with them.
    ///
    /// @param textOf the text of a file by its name, such as `index.yaml`
    public static Facts load(UnaryOperator<String> textOf) {
        Document index = YamlReader.read(INDEX, textOf.apply(INDEX));
        List<String> names = index.root().map(root -> Texts.list(root, "files")).orElse(List.of());
        return new Facts(names.stream()
                .map(name -> FactFile.of(name, textOf.apply(name)))
                .toList());
    }

    /// Reads files of facts at once. Values are not looked at yet; see [#faults].
    public static Reading read(List<Document> documents) {
        Facts facts = new Facts(documents.stream().map(FactFile::of).toList());
        return new Reading(facts, facts.structure().collected());
    }

    /// What is wrong with the files but for their values: as YAML, and names that lead to two places.
    private Problems structure() {
        Problems problems = new Problems();
        Set<String> seen = new HashSet<>();
        for (FactFile file : files) {
            problems.addAll(file.findings().all());
            for (Entry entry : file.entries()) {
                Stream.concat(Stream.of(entry.name()), entry.also().stream())
                        .filter(name -> !seen.add(name) || !name.equals(key(name)))
                        .forEach(name -> problems.error(
                                FactReader.RULE,
                                entry.place(),
                                "the name \"%s\" occurs twice, or is not written as \"%s\"".formatted(name, key(name)),
                                "a path has to lead to one fact, whichever file it stands in",
                                "choose another name, of small letters, digits and _"));
            }
        }
        return problems;
    }

    private Stream<Entry> entries() {
        return files.stream().flatMap(file -> file.entries().stream());
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
        return found.computeIfAbsent(path, this::read);
    }

    private Optional<Fact> read(String path) {
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
        return Nearest.to(key(thing), things());
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
        return entries()
                .flatMap(entry -> entry.attributes().stream().map(name -> ROOT + entry.name() + "." + name))
                .toList();
    }

    /// Every name that something goes by, in the order of the alphabet.
    public Collection<String> things() {
        return entries()
                .flatMap(entry -> Stream.concat(Stream.of(entry.name()), entry.also().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every noun that a file of facts counts in, beyond those of the language.
    public Collection<String> nouns() {
        return entries()
                .flatMap(entry -> Texts.list(entry.subject().root(), "units").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The facts that mention all words: in their path, their other names, purpose, note or source. Upper and lower
    /// case are one, and `-`, `.` and blanks are `_` in names.
    public List<Fact> search(String words) {
        List<String> wanted = Stream.of(words.strip().split("\\s+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        List<Fact> found = new ArrayList<>();
        for (Entry entry : entries().toList()) {
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
        Problems problems = structure();
        for (Entry entry : entries().toList()) {
            entry.attributes().forEach(name -> new FactReader(entry, problems).read(name));
        }
        return problems.collected();
    }

    private Optional<Entry> entry(String thing) {
        String key = key(thing);
        return files.stream()
                .filter(file -> file.mayName(key))
                .flatMap(file -> file.find(key).stream())
                .findFirst();
    }

    private static Stream<Fact> facts(Entry entry) {
        FactReader reader = new FactReader(entry, new Problems());
        return entry.attributes().stream().flatMap(name -> reader.read(name).stream());
    }
}
