package dev.plumbline.design;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Folder;
import dev.plumbline.source.Node;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a design: from the tree of its files to the resolved model, or to everything that is wrong with it.
public final class DesignReader {
    private final Facts facts;
    private final TraceCache traces = new TraceCache();

    /// What came of reading.
    public sealed interface Reading {
        /// What was found, in file order.
        Diagnostics findings();

        /// The design can be judged; the findings are no errors.
        record Read(Design design, Diagnostics findings) implements Reading {}

        /// The design cannot be judged as written.
        record Refused(Diagnostics findings) implements Reading {}
    }

    public DesignReader(Facts facts) {
        this.facts = facts;
    }

    /// Reads the design `main` and what it includes.
    ///
    /// @param main the file as the user named it; messages show it so
    /// @param folder where `main` lies: included and measured files are opened there
    public Reading read(String main, Folder folder) {
        return read(Sources.read(main, folder), folder);
    }

    /// Reads what has been parsed already.
    public Reading read(Bundle bundle, Folder folder) {
        Problems problems = new Problems();
        problems.addAll(bundle.findings().all());
        Optional<Node.Mapping> merged = Merge.of(bundle, problems);
        if (merged.isEmpty()) {
            return new Reading.Refused(problems.collected());
        }
        Node.Mapping root = merged.get();
        List<Diagnostic> misshapen = ShapeCheck.faults(root, Language.DESIGN);
        problems.addAll(misshapen);
        Draft draft = new Draft(units(root), facts, folder, traces, problems);
        Design design = assemble(root, bundle.main().file(), draft);
        if (misshapen.isEmpty()) {
            UseCheck.inspect(design, problems);
        }
        ValueCheck.inspect(draft, design.checked().soundPart());
        if (!problems.collected().hasErrors()) {
            MemoryCheck.inspect(design, problems);
        }
        Diagnostics found = told(problems.collected());
        return found.hasErrors() ? new Reading.Refused(found) : new Reading.Read(design, found);
    }

    /// What could not be read as YAML has no meaning either, and is told once.
    private static Diagnostics told(Diagnostics found) {
        Set<String> unread = found.all().stream()
                .filter(each -> each.rule().startsWith("yaml.") || each.rule().startsWith("include."))
                .map(each -> each.place().address())
                .collect(Collectors.toSet());
        return new Diagnostics(found.all().stream()
                .filter(each -> !each.rule().startsWith("design.")
                        || !unread.contains(each.place().address()))
                .toList());
    }

    private static Units units(Node.Mapping root) {
        List<String> nouns = root.get("units").map(Cursor::scalarsOf).orElse(List.of()).stream()
                .map(Node.Scalar::text)
                .filter(noun -> noun.matches("[A-Za-z][A-Za-z0-9_-]*"))
                .toList();
        List<String> assumed = root.get("assume")
                .filter(Node.Mapping.class::isInstance)
                .map(node -> ((Node.Mapping) node).keys())
                .orElse(List.of());
        return Units.standard().withNouns(nouns).yieldingTo(assumed);
    }

    private Design assemble(Node.Mapping root, SourceFile file, Draft draft) {
        Names names = Names.of(root);
        Cursor top = new Cursor(draft, "", root);
        DataReader dataReader = new DataReader(draft, names);
        Map<String, Amount> assumptions = assumptions(root, draft);
        Optional<Amount> horizon = root.get("horizon").map(value -> draft.define("horizon", value, Measure.TIME));
        var regions = section(root, "regions", draft, DesignReader::region);
        var workload = section(root, "workload", draft, (cursor, name, place) -> workload(cursor, names, name, place));
        var components = section(
                root,
                "components",
                draft,
                (cursor, name, place) -> new ComponentReader(cursor, names, name, place).read());
        var paths = paths(root, draft, names);
        var sources = section(root, "sources", draft, dataReader::source);
        var data = section(root, "data", draft, dataReader::data);
        var models = section(root, "models", draft, dataReader::model);
        var scenarios = section(
                root,
                "scenarios",
                draft,
                (cursor, name, place) -> new ScenarioReader(cursor, names, name, place).read());
        new CacheFormulas(draft, workload, components, paths, data).define();
        List<Requirement> requirements = new RequirementSection(draft, names).read(root);
        Practice practice = new PracticeReader(draft, names, root).read();
        return new Design(
                top.text("design").orElse(""),
                top.text("about"),
                top.text("owner"),
                horizon,
                SheetBuilder.build(draft),
                assumptions,
                regions,
                workload,
                components,
                paths,
                sources,
                data,
                models,
                scenarios,
                requirements,
                decisions(root, draft),
                practice,
                draft.defaults(),
                facts,
                root.place(),
                file);
    }

    /// Reads one named thing.
    private interface Each<T> {
        T read(Cursor cursor, String name, Place place);
    }

    /// The named mappings of a section, in the order of the file.
    private static <T> Map<String, T> section(Node.Mapping root, String key, Draft draft, Each<T> each) {
        Map<String, T> found = new LinkedHashMap<>();
        for (Node.Entry entry : entries(root, key)) {
            String name = entry.key().text();
            if (entry.value() instanceof Node.Mapping mapping && draft.named(entry.key())) {
                found.put(
                        name,
                        each.read(
                                new Cursor(draft, name, mapping),
                                name,
                                entry.key().place()));
            }
        }
        return found;
    }

    private static List<Node.Entry> entries(Node.Mapping root, String key) {
        return root
                .get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(node -> ((Node.Mapping) node).entries())
                .orElse(List.of())
                .stream()
                .filter(entry -> !entry.key().text().startsWith("x-"))
                .toList();
    }

    private static Map<String, Amount> assumptions(Node.Mapping root, Draft draft) {
        Map<String, Amount> found = new LinkedHashMap<>();
        for (Node.Entry entry : entries(root, "assume")) {
            if (draft.namedFreely(entry.key())) {
                found.put(entry.key().text(), draft.defineAssumption(entry.key(), entry.value()));
            }
        }
        return found;
    }

    private static Region region(Cursor cursor, String name, Place place) {
        return new Region(name, cursor.text("at").orElse(name), cursor.amount("share", Measure.SHARE), place);
    }

    private static Workload workload(Cursor cursor, Names names, String path, Place place) {
        if (!names.paths().contains(path)) {
            UseCheck.noPath(cursor.draft().problems(), path, place, names);
        }
        return new WorkloadReader(cursor).read(path, place);
    }

    private static Map<String, Step.Sequence> paths(Node.Mapping root, Draft draft, Names names) {
        Map<String, Step.Sequence> found = new LinkedHashMap<>();
        for (Node.Entry entry : entries(root, "paths")) {
            String name = entry.key().text();
            if (names.components().contains(name)) {
                draft.problems()
                        .error(
                                "design.name-twice",
                                entry.key().place(),
                                "\"%s\" is a path and a component".formatted(name),
                                "a step that calls it could mean either",
                                "give one of them another name");
            }
            if (entry.value() instanceof Node.Sequence list && draft.named(entry.key())) {
                found.put(
                        name,
                        new PathReader(draft, names, name)
                                .sequence(list.items(), entry.key().place()));
            }
        }
        return found;
    }

    private static List<Decision> decisions(Node.Mapping root, Draft draft) {
        List<Decision> found = new ArrayList<>();
        for (Node item : new Cursor(draft, "", root).items("decisions")) {
            if (item instanceof Node.Mapping mapping) {
                Cursor cursor = new Cursor(draft, "decisions", mapping);
                found.add(new Decision(
                        cursor.text("chose").orElse(""),
                        cursor.texts("over"),
                        cursor.text("because"),
                        cursor.text("on"),
                        mapping.place()));
            }
        }
        return found;
    }
}
