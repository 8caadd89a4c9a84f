package dev.plumbline.scorecard;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Practice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether what a design keeps about persons goes as soon, and stays where, it promises.
///
/// @param broken promises that the design breaks, one sentence each
/// @param open what could not be told, one sentence each
record PrivacyCheck(List<String> broken, List<String> open) {
    PrivacyCheck {
        broken = List.copyOf(broken);
        open = List.copyOf(open);
    }

    static PrivacyCheck of(Grounds grounds, Practice.Privacy privacy) {
        List<String> broken = new ArrayList<>();
        List<String> open = new ArrayList<>();
        if (privacy.eraseWithin().isEmpty()) {
            open.add("no time is promised within which a person's data is gone");
        }
        if (privacy.stayIn().isEmpty()) {
            open.add("no region is named that the data may not leave");
        }
        privacy.erasedBy()
                .filter(proof -> !proof.isAutomated())
                .ifPresent(_ -> open.add("what erases on request is done by hand"));
        for (String name : privacy.personal()) {
            if (privacy.erasedBy().isEmpty()) {
                privacy.eraseWithin().ifPresent(promised -> erased(grounds, name, promised, broken, open));
            }
            if (!privacy.stayIn().isEmpty()) {
                placed(grounds, name, privacy.stayIn(), broken, open);
            }
        }
        return new PrivacyCheck(broken, open);
    }

    /// What would close the first open question.
    String todo() {
        String first = open.getFirst();
        if (first.startsWith("no ")) {
            return "add \"erase-within\" and \"stay-in\" to privacy";
        }
        return first.startsWith("what ")
                ? "name its job: \"erased-by: {job: ...}\""
                : "add \"keep\" and \"region\" to it";
    }

    /// What is kept longer than promised outlives the promise, unless something erases it.
    private static void erased(Grounds grounds, String name, Amount promised, List<String> broken, List<String> open) {
        Optional<Amount> kept = Optional.ofNullable(grounds.design().data().get(name))
                .flatMap(Data::keep)
                .or(() -> Optional.ofNullable(grounds.design().sources().get(name))
                        .flatMap(EventSource::keep));
        if (kept.isEmpty()) {
            open.add("nothing says how long %s is kept".formatted(name));
            return;
        }
        double longest = grounds.values().spread(kept.get().name()).high();
        double due = grounds.values().spread(promised.name()).low();
        if (longest > due) {
            broken.add("%s is kept for %.0f days, shall be gone within %.0f of a request, and nothing erases it"
                    .formatted(name, longest / 86_400, due / 86_400));
        }
    }

    private static void placed(
            Grounds grounds, String name, List<String> allowed, List<String> broken, List<String> open) {
        Set<String> places = new LinkedHashSet<>();
        Optional.ofNullable(grounds.design().data().get(name)).ifPresent(data -> places.addAll(data.regions()));
        for (Component component : grounds.design().components().values()) {
            if (component.holds().contains(name)) {
                places.addAll(component.regions());
            }
        }
        if (places.isEmpty()) {
            open.add("nothing says in which region %s lies".formatted(name));
        }
        places.stream()
                .filter(place -> !allowed.contains(place))
                .forEach(place -> broken.add("%s lies in %s, which it may not".formatted(name, place)));
    }
}
