package dev.plumbline.claim;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The load moves more bytes than the links of a component's replicas carry.
final class MoreThanTheLink implements ClaimRule {
    private static final String RULE = "claim.more-than-the-link";

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Component component : claimed.design().components().values()) {
            claimed.spread(component.name() + ".network_used")
                    .filter(used -> used.median() > 1)
                    .ifPresent(used -> found.add(finding(component, used)));
        }
        return found;
    }

    private static Diagnostic finding(Component component, Spread used) {
        Optional<Amount> stated = component.network();
        Place place = stated.map(Amount::place).orElse(component.place());
        String what = "at peak %s moves %s times what the links of its replicas carry"
                .formatted(component.name(), Quantity.plain(used.median()));
        String why = "what does not fit waits or is dropped, whatever the processors have left; what calls between"
                + " components carry comes on top";
        String mend = "add replicas, send less for each request, or keep hot answers nearer to who asks";
        return used.low() > 1
                ? Claimed.error(RULE, place, what, why, mend)
                : Claimed.warning(RULE, place, what, why, mend);
    }
}
