package dev.plumbline.scale;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a design states as a number, so that it is the same at every scale.
final class Fixed {
    private final Design design;
    private final Set<String> following;
    private final List<String> with;
    private final List<String> said = new ArrayList<>();

    private Fixed(Design design, DrivingAssumption by) {
        this.design = design;
        this.with = by.with();
        this.following = DrivingAssumption.following(design, by.name());
    }

    /// One phrase each, such as `replicas of gateway (6)`.
    static List<String> of(Design design, DrivingAssumption by) {
        Fixed fixed = new Fixed(design, by);
        for (Component component : design.components().values()) {
            component
                    .scale()
                    .ifPresentOrElse(
                            scale -> fixed.say("the most replicas of " + component.name(), scale.to()),
                            () -> fixed.say("replicas of " + component.name(), component.replicas()));
        }
        for (Component component : design.components().values()) {
            component.shards().ifPresent(shards -> fixed.say("shards of " + component.name(), shards));
        }
        for (Data data : design.data().values()) {
            data.rows().ifPresent(rows -> fixed.say("rows of " + data.name(), rows));
        }
        return fixed.said;
    }

    private void say(String what, Amount amount) {
        if (!following.contains(amount.name()) && !with.contains(amount.name())) {
            design.sheet().find(amount.name()).ifPresent(each -> said.add("%s (%s)".formatted(what, each.formula())));
        }
    }
}
