package dev.plumbline.design;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.requirement.Amount;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.LongForm;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.SentenceParser;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the requirements, and binds their names to the parts of the design.
public final class RequirementSection {
    private static final Set<RequirementKind> OF_MODELS =
            EnumSet.of(RequirementKind.LABEL_DELAY, RequirementKind.ROLLBACK, RequirementKind.AUDIT);
    private static final Set<RequirementKind> OF_DATA = EnumSet.of(RequirementKind.PRIVACY, RequirementKind.RESIDENCY);

    private final Draft draft;
    private final Names names;

    RequirementSection(Draft draft, Names names) {
        this.draft = draft;
        this.names = names;
    }

    List<Requirement> read(Node.Mapping root) {
        List<Requirement> found = new ArrayList<>();
        Optional<Node.Mapping> section =
                root.get("requirements").filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
        section.ifPresent(mapping -> mapping.entries().stream()
                .filter(entry -> !entry.key().text().startsWith("x-"))
                .filter(entry -> entry.value() instanceof Node.Mapping)
                .forEach(entry -> found.add(requirement(entry.key(), (Node.Mapping) entry.value()))));
        return found;
    }

    /// The name in the sheet of a requirement's target.
    public static String target(String id) {
        return "requirements." + Cursor.sheetName(id) + ".target";
    }

    private Requirement requirement(Node.Scalar key, Node.Mapping mapping) {
        String id = key.text();
        Cursor cursor = new Cursor(draft, "requirements." + Cursor.sheetName(id), mapping);
        boolean isLong = LongForm.isUsed(mapping);
        if (isLong) {
            cursor.scalar("must").ifPresent(this::twice);
        }
        Optional<Sentence> must = isLong
                ? LongForm.read(mapping, draft.units(), draft.problems())
                : cursor.scalar("must").flatMap(text -> SentenceParser.parse(text, draft.units(), draft.problems()));
        must.ifPresent(sentence -> bind(id, sentence));
        Requirement.Status status = cursor.choice(
                "status",
                Requirement.Status.class,
                must.isPresent() ? Requirement.Status.AGREED : Requirement.Status.OPEN);
        return new Requirement(
                id,
                cursor.text("ask"),
                must,
                level(id, mapping, "tolerable", must),
                level(id, mapping, "stretch", must),
                cursor.mapping("from").map(RequirementSection::origin),
                cursor.mapping("measured").map(RequirementSection::measurement),
                cursor.mapping("else").map(RequirementSection::consequence),
                status,
                key.place());
    }

    private void twice(Node.Scalar must) {
        draft.problems()
                .error(
                        "requirement.long-form",
                        must.place(),
                        "the requirement is written in both forms",
                        "the keys from \"kind\" to \"for\" say what \"must\" says, and the two could differ",
                        "keep one of them");
    }

    /// What is tolerable, or would delight; defined in the sheet as the target's name and the level.
    private Optional<Amount> level(String id, Node.Mapping mapping, String level, Optional<Sentence> must) {
        Optional<Amount> amount = LongForm.level(mapping, level, draft.units(), draft.problems());
        must.ifPresent(sentence ->
                amount.ifPresent(value -> define(target(id) + "_" + level, value, Target.of(sentence.reading()))));
        return amount;
    }

    /// The name in the sheet of the time within which something is done where the requirement is missed.
    public static String within(String id) {
        return "requirements." + Cursor.sheetName(id) + ".else.within";
    }

    private static Requirement.Consequence consequence(Cursor otherwise) {
        otherwise.amount("within", Measure.TIME);
        return new Requirement.Consequence(otherwise.text("within"), otherwise.text("do"), otherwise.text("meanwhile"));
    }

    private static Requirement.Origin origin(Cursor from) {
        return new Requirement.Origin(
                from.text("who").orElse(""),
                from.text("date").orElse(""),
                from.text("because").orElse(""));
    }

    private static Requirement.Measurement measurement(Cursor measured) {
        return new Requirement.Measurement(
                measured.text("at"), measured.text("by"), measured.text("where"), measured.text("excluding"));
    }

    private void bind(String id, Sentence sentence) {
        names(sentence.reading());
        switch (sentence.circumstance()) {
            case Circumstance.During(Name scenario) -> known(scenario, "scenario", names.scenarios());
            case Circumstance.Load(Amount rate) -> define(target(id) + "_load", rate, Target.rate());
            case Circumstance.Unstated _, Circumstance.Peak _, Circumstance.Average _ -> {}
        }
        define(target(id), sentence.target(), Target.of(sentence.reading()));
        sentence.reading().per().ifPresent(amount -> define(target(id) + "_per", amount, Target.count()));
        sentence.window().ifPresent(window -> define(target(id) + "_window", window.length(), Target.window()));
    }

    private void define(String name, Amount amount, Target target) {
        draft.defineTarget(name, amount, target);
    }

    private void names(Reading reading) {
        switch (reading) {
            case Reading.Latency(var _, Name path) -> known(path, "path", names.paths());
            case Reading.Throughput(Name path) -> known(path, "path", names.paths());
            case Reading.Success(Name path) -> known(path, "path", names.paths());
            case Reading.Fallbacks(Name path) -> known(path, "path", names.paths());
            case Reading.Availability(Name thing) -> known(thing, "component or path", names.callable());
            case Reading.Age(var _, Name of) ->
                known(
                        of,
                        "data, source or model",
                        Names.union(Names.union(names.data(), names.sources()), names.models()));
            case Reading.StaleReads(Name store) -> known(store, "component", names.components());
            case Reading.Storage(Name data) ->
                known(data, "data or source", Names.union(names.data(), names.sources()));
            case Reading.ModelMetric(Name _, Name model) -> model(model);
            case Reading.Gap(Name _, Name model, Name _) -> model(model);
            case Reading.Drift(Name data) -> known(data, "data or source", Names.union(names.data(), names.sources()));
            case Reading.Skew(Name data) -> known(data, "data or source", Names.union(names.data(), names.sources()));
            case Reading.Ttft(var _, Name of) -> known(of, "component or path", names.callable());
            case Reading.Tpot(var _, Name of) -> known(of, "component or path", names.callable());
            case Reading.Declared(RequirementKind kind, Name of) -> declared(kind, of);
            case Reading.Cost _, Reading.Energy _, Reading.Carbon _ -> {}
        }
    }

    private void declared(RequirementKind kind, Name of) {
        if (OF_MODELS.contains(kind)) {
            model(of);
        } else if (OF_DATA.contains(kind)) {
            known(of, "data or source", Names.union(names.data(), names.sources()));
        } else {
            known(of, "component or path", names.callable());
        }
    }

    private void model(Name model) {
        Set<String> known = Names.union(names.models(), names.components());
        known(model, "model", known);
    }

    private void known(Name name, String what, Collection<String> known) {
        if (known.contains(name.text())) {
            return;
        }
        Place place = name.place();
        draft.problems()
                .error(
                        "design.unknown-name",
                        place,
                        "there is no %s \"%s\"".formatted(what, name.text()),
                        known.isEmpty()
                                ? "the design names no %s".formatted(what)
                                : "known are " + String.join(", ", known),
                        Nearest.to(name.text(), known)
                                .map("write \"%s\""::formatted)
                                .orElse("name one of them, or add \"%s\"".formatted(name.text())));
    }
}
