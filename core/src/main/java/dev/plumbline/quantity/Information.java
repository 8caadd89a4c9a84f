package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What it would be worth to know an unknown, for a verdict that is met in some worlds and not in others: the expected
/// value of perfect partial information (D. Lindley, 1956), with the share of wrong verdicts as the loss.
///
/// @param definition the name it is written under
/// @param ordinal its number among the unknowns written there, from 0
/// @param text the unknown as written
/// @param before the share of worlds that are judged wrongly today, when all are judged like most of them
/// @param after the same once this unknown is known, when a world is judged like most of those near it
public record Information(String definition, int ordinal, String text, double before, double after) {
    /// By how much the share of wrong verdicts falls; 0 where nothing is gained.
    public double gain() {
        return Math.max(0, before - after);
    }

    /// What each unknown is worth, the one to measure first at the head.
    ///
    /// A world is judged by its neighbours on the unknown's scale and not by itself, so that an unknown without
    /// effect gains nothing; the window grows with the square root of the number of worlds.
    ///
    /// @param met by world, whether the requirement is met there
    public static List<Information> of(Valuation valuation, boolean[] met) {
        double before = wrongToday(met);
        List<Information> found = new ArrayList<>();
        for (int draw = 0; draw < valuation.draws().size(); draw++) {
            Program.Draw unknown = valuation.draws().get(draw);
            found.add(new Information(
                    unknown.definition(),
                    unknown.ordinal(),
                    Printer.print(unknown.unknown()),
                    before,
                    wrongOnceKnown(valuation.ranks(draw), met)));
        }
        found.sort(Comparator.comparingDouble((Information each) -> -each.gain()));
        return found;
    }

    private static double wrongToday(boolean[] met) {
        int yes = count(met);
        return (double) Math.min(yes, met.length - yes) / met.length;
    }

    private static int count(boolean[] met) {
        int yes = 0;
        for (boolean each : met) {
            yes += each ? 1 : 0;
        }
        return yes;
    }

    static double wrongOnceKnown(int[] ranks, boolean[] met) {
        int worlds = met.length;
        boolean[] sorted = new boolean[worlds];
        for (int w = 0; w < worlds; w++) {
            sorted[ranks[w]] = met[w];
        }
        boolean most = 2 * count(met) >= worlds;
        int reach = (int) Math.max(2, Math.round(Math.sqrt(worlds) / 2));
        int wrong = 0;
        for (int at = 0; at < worlds; at++) {
            int from = Math.max(0, at - reach);
            int to = Math.min(worlds - 1, at + reach);
            int yes = 0;
            for (int near = from; near <= to; near++) {
                yes += near != at && sorted[near] ? 1 : 0;
            }
            int no = to - from - yes;
            boolean judged = yes == no ? most : yes > no;
            wrong += judged == sorted[at] ? 0 : 1;
        }
        return (double) wrong / worlds;
    }
}
