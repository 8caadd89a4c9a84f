package dev.plumbline.claim;

import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/// Finds what a design takes for true or asks for, and nature, silicon or arithmetic rule out. Nothing is simulated:
/// the rules hold what is stated against bounds that no implementation passes, in the worlds that favour the claim.
public final class ClaimCheck {
    private static final List<ClaimRule> RULES = List.of(
            new BelowLight(),
            new AboveRoofline(),
            new SparseForDense(),
            new BothWaysForOne(),
            new GibForGb(),
            new PercentileBeyondSamples(),
            new MoreThanTheLink(),
            new ShareOverWhole());

    private ClaimCheck() {}

    /// What is found, in file order. Cost: one valuation of the design in a few worlds.
    public static List<Diagnostic> of(Design design) {
        Claimed claimed = Claimed.of(design);
        List<Diagnostic> found = new ArrayList<>();
        RULES.forEach(rule -> found.addAll(rule.of(claimed)));
        return new Diagnostics(found).all();
    }
}
