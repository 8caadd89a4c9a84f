package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.RATE;

import dev.plumbline.probability.StandardNormal;
import dev.plumbline.quantity.Function;
import java.util.List;

/// How many observations a claim needs, and how fast an error budget goes.
final class Samples {
    private static final String FLEISS = "Fleiss, Levin and Paik 2003, chapters 2 and 4; the normal approximation";

    private Samples() {}

    static List<Function> all() {
        return List.of(samplesForShare(), samplesForLift(), shareUnseen(), sampleForPercentile(), burnRate(), budget());
    }

    private static Function samplesForShare() {
        return Function.named("samples_for_share")
                .about("observations that give a share to within a margin")
                .formula("z² × share × (1 - share) / margin², z = quantile of (1 + level) / 2")
                .source(FLEISS)
                .takes("share", NONE, "the share that is expected; 50 % needs the most")
                .takes("margin", NONE, "half of the interval's width: 1 %")
                .takes("level", NONE, "chance that the interval holds the share: 95 %")
                .gives(NONE, a -> {
                    double z = StandardNormal.quantile((1 + open(a[2])) / 2);
                    return z * z * Measures.share(a[0]) * (1 - a[0]) / (a[1] * a[1]);
                });
    }

    private static Function samplesForLift() {
        return Function.named("samples_for_lift")
                .about("users that each arm of an experiment needs to see a change of a share")
                .formula(
                        "(z(1 - false_alarm / 2) sqrt(2 q (1 - q)) + z(power) sqrt(a (1 - a) + b (1 - b)))² / (b - a)²,"
                                + " q = (a + b) / 2, b = a × (1 + lift)")
                .source(FLEISS)
                .takes("share", NONE, "the share without the change: 5 %")
                .takes("lift", NONE, "the relative change that has to be seen: 10 %")
                .takes("false_alarm", NONE, "chance of seeing one where there is none, two-sided: 5 %")
                .takes("power", NONE, "chance of seeing one that is there: 80 %")
                .gives(NONE, Samples::perArm);
    }

    private static double perArm(double[] a) {
        double before = Measures.share(a[0]);
        double after = Measures.share(before * (1 + a[1]));
        double both = (before + after) / 2;
        double root = StandardNormal.quantile(1 - open(a[2]) / 2) * Math.sqrt(2 * both * (1 - both))
                + StandardNormal.quantile(open(a[3])) * Math.sqrt(before * (1 - before) + after * (1 - after));
        return root * root / ((after - before) * (after - before));
    }

    private static Function shareUnseen() {
        return Function.named("share_unseen")
                .about("how frequent something may be that was not seen in so many observations")
                .formula("1 - (1 - level)^(1 / observations); about 3 / observations at 95 %")
                .source("Hanley and Lippman-Hand 1983 (https://doi.org/10.1001/jama.1983.03330370053031)")
                .takesCounted("observations", NONE, "independent observations, none of which showed it")
                .takes("level", NONE, "confidence: 95 %")
                .gives(NONE, a -> -StrictMath.expm1(StrictMath.log1p(-open(a[1])) / a[0]));
    }

    private static Function sampleForPercentile() {
        return Function.named("samples_for_percentile")
                .about("observations below which a percentile is the largest value seen or beyond it")
                .formula("ln(1 - level) / ln(percentile): so many hold one above the percentile with that chance")
                .source("order statistics: David and Nagaraja 2003, section 7.1")
                .takes("percentile", NONE, "as a share: 99.9 %")
                .takes("level", NONE, "confidence: 95 %")
                .gives(NONE, a -> StrictMath.log1p(-open(a[1])) / StrictMath.log(open(a[0])));
    }

    private static Function burnRate() {
        return Function.named("burn_rate")
                .about("how many times faster than allowed an error budget goes")
                .formula("spent × window / time")
                .source("The Site Reliability Workbook (2018), chapter 5, table 5-4")
                .takes("spent", NONE, "share of the budget that is gone: 2 %")
                .takes("window", Measures.TIME, "the window of the objective: 30 day")
                .takes("time", Measures.TIME, "within which it went: 1 h")
                .gives(NONE, a -> a[0] * a[1] / a[2]);
    }

    private static Function budget() {
        return Function.named("error_budget")
                .about("failures that an objective allows within a window")
                .formula("(1 - objective) × rate × window")
                .source("The Site Reliability Workbook (2018), chapter 2")
                .takes("objective", NONE, "share of requests that have to be good: 99.9 %")
                .takesCounted("rate", RATE, "requests")
                .takes("window", Measures.TIME, "the window of the objective: 30 day")
                .gives(NONE, a -> (1 - Measures.share(a[0])) * a[1] * a[2]);
    }

    private static double open(double share) {
        return share > 0 && share < 1 ? share : Double.NaN;
    }
}
