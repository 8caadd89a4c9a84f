package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import dev.plumbline.ask.Mention.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the quantities of a sentence, each with its unit and the words that compare.
final class Mentions {
    private static final Set<String> PER = Words.list("""
            per a an each every /""");
    private static final Set<String> NO_NOUN = Words.list("""
            of and or to in at for on by with the a an is are be per from as than each every within during below
            under above through before until all any overall while so without out among via if when across
            between after over that which""");
    /// What stands in front of a number that names something and measures nothing.
    private static final Set<String> NAMED = Words.list("""
            version section level release phase chapter windows office explorer iso figure appendix page
            standard rule tier http step part article java project web class type netscape ie ieee pentium gate
            wave year python table""");
    private static final Set<String> BEFORE_YEAR = Words.list("""
            in since by of before after until from during january june december""");
    private static final Pattern PERCENTILE = Pattern.compile("p\\d{2,4}");
    /// Between which and a count there may stand adjectives.
    private static final int LONGEST_NOUN = 4;

    private static final Map<String, Double> PARTS =
            Map.of("third", 3.0, "thirds", 3.0, "quarter", 4.0, "quarters", 4.0, "fifths", 5.0, "tenths", 10.0);

    private final Words words;
    private final List<Mention> found = new ArrayList<>();
    private int at;

    private Mentions(Words words) {
        this.words = words;
    }

    /// `three nines` are 99.9 %.
    private static final Map<String, Integer> NINES = Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6);

    /// The quantities in the order of the sentence.
    static List<Mention> of(Words words) {
        Mentions mentions = new Mentions(words);
        while (mentions.at < words.size()) {
            mentions.step();
        }
        return List.copyOf(mentions.found);
    }

    private void step() {
        String word = words.text(at);
        if (word.startsWith("p") && PERCENTILE.matcher(word).matches()) {
            int to = words.text(at + 1).matches("\\.\\d+") ? at + 2 : at + 1;
            add(percent(words.typed(at, to)), Measures.ORDINAL, Sense.BARE, "", at, at, to);
        } else if (NINES.containsKey(word) && words.text(at + 1).equals("nines")) {
            Comparison before = Comparison.before(words, at);
            add(1 - Math.pow(10, -NINES.get(word)), Measures.SHARE, before.sense(), "nines", before.from(), at, at + 2);
        } else if (rhythm().isPresent()) {
            rhythmic(rhythm().get());
        } else if (word.equals("twice") || word.equals("thrice")) {
            add(word.equals("twice") ? 2 : 3, Measures.COUNT, Sense.BARE, "times", at, at, at + 1);
        } else if (fraction() > 0) {
            Comparison before = Comparison.before(words, at);
            UnitWords.Unit unit = UnitWords.of(words.text(at + fraction())).orElseThrow();
            add(
                    unit.scale() * (word.equals("half") ? 0.5 : 0.25),
                    Measures.TIME,
                    before.sense(),
                    words.text(at + fraction()),
                    before.from(),
                    at,
                    at + fraction() + 1);
        } else if (article()) {
            Comparison before = Comparison.before(words, at);
            UnitWords.Unit unit = UnitWords.of(words.text(at + 1)).orElseThrow();
            add(unit.scale(), Measures.TIME, before.sense(), words.text(at + 1), before.from(), at, at + 2);
        } else if (Numerals.at(words, at)) {
            numeral();
        } else {
            at++;
        }
    }

    private void rhythmic(UnitWords.Unit unit) {
        int length = UnitWords.rhythm(words.text(at)).isPresent() ? 1 : PER.contains(words.text(at + 1)) ? 3 : 2;
        add(unit.scale(), Measures.TIME, Sense.BARE, "rhythm", at, at, at + length);
    }

    /// How many words stand before the unit in `half a minute` and `quarter of an hour`; 0 elsewhere.
    private int fraction() {
        boolean half = words.text(at).equals("half");
        int article = at + (half ? 1 : 2);
        boolean quarter = words.text(at).equals("quarter") && words.text(at + 1).equals("of");
        boolean counted = (half || quarter)
                && words.text(article).matches("an?|the")
                && UnitWords.isTime(words.text(article + 1));
        return counted ? article + 1 - at : 0;
    }

    /// `within a minute`, `in under an hour`: an article that counts.
    private boolean article() {
        boolean isArticle = words.text(at).equals("a") || words.text(at).equals("an");
        return isArticle
                && UnitWords.isTime(words.text(at + 1))
                && Comparison.before(words, at).sense() != Sense.BARE;
    }

    /// `every hour`, `each night`, `hourly`: a time without a number.
    private Optional<UnitWords.Unit> rhythm() {
        String word = words.text(at);
        boolean often = word.equals("once") || word.equals("twice");
        if (often && PER.contains(words.text(at + 1)) && !words.text(at - 1).equals("than")) {
            return UnitWords.of(words.text(at + 2)).filter(unit -> unit.measures() == Measures.TIME);
        }
        if (word.equals("every") || word.equals("each")) {
            return UnitWords.of(words.text(at + 1)).filter(unit -> unit.measures() == Measures.TIME);
        }
        return UnitWords.rhythm(word);
    }

    private void numeral() {
        int number = at;
        Numerals.Numeral first = Numerals.read(words, at);
        int behind = first.to();
        double value = first.value();
        if (outOf(number, value, behind) || parts(number, value, behind)) {
            return;
        }
        if (words.text(behind).equals("(") && Numerals.at(words, behind + 1)) {
            behind = Numerals.read(words, behind + 1).to() + 1; // five (5) seconds
        }
        int range = words.text(behind).matches("to|and|or|\u2013|,") ? behind + 1 : behind;
        if (Numerals.at(words, range) && words.get(range).isNumber() && !isNamed(number, behind)) {
            Numerals.Numeral second = Numerals.read(words, range);
            if (hasUnit(second.to())) {
                value = second.value();
                behind = second.to();
            }
        }
        if (coverage(number, value, behind) || ordinal(number, value, behind)) {
            return;
        }
        boolean money = words.text(number - 1).matches("[$\u20ac\u00a3]");
        Comparison before = Comparison.before(words, money ? number - 1 : number);
        if (money) {
            add(value, Measures.MONEY, before.sense(), "", before.from(), number, behind);
        } else if (isNamed(number, behind)) {
            add(value, Measures.LABEL, Sense.BARE, "", number, number, behind);
        } else {
            withUnit(value, before, number, behind);
        }
    }

    /// `nine chats in ten`, `1 in 1000`, `9 out of 10`: a share.
    private boolean outOf(int number, double value, int behind) {
        int in = words.get(Math.min(behind, words.size() - 1)).isWord()
                        && words.text(behind + 1).equals("in")
                ? behind + 1
                : behind;
        boolean out = words.text(in).equals("out") && words.text(in + 1).equals("of");
        int whole = out ? in + 2 : in + 1;
        boolean share =
                (out || words.text(in).equals("in") || words.text(behind).equals("of"))
                        && Numerals.at(words, whole)
                        && !hasUnit(behind)
                        && !hasUnit(Numerals.read(words, whole).to())
                        && value < Numerals.read(words, whole).value();
        if (share) {
            Numerals.Numeral all = Numerals.read(words, whole);
            Comparison before = Comparison.before(words, number);
            String noun = in > behind ? words.text(behind) : "";
            add(value / all.value(), Measures.SHARE, before.sense(), noun, before.from(), number, all.to());
        }
        return share;
    }

    /// `three quarters of the calls`, `two thirds of them`: a share.
    private boolean parts(int number, double value, int behind) {
        double whole = PARTS.getOrDefault(words.text(behind), 0.0);
        boolean share = whole > value && words.text(behind + 1).equals("of");
        if (share) {
            Comparison before = Comparison.before(words, number);
            add(value / whole, Measures.SHARE, before.sense(), "", before.from(), number, behind + 1);
        }
        return share;
    }

    private boolean hasUnit(int index) {
        return UnitWords.of(words.text(unitAt(index))).isPresent();
    }

    private int unitAt(int index) {
        return UnitWords.BETWEEN.contains(words.text(index)) ? index + 1 : index;
    }

    private boolean isNamed(int number, int behind) {
        String before = words.text(number - 1);
        Words.Word word = words.get(number);
        boolean year = word.text().matches("(19|20)\\d\\d") && BEFORE_YEAR.contains(before) && !hasUnit(number + 1);
        boolean pronoun = word.text().equals("one") && behind == number + 1 && !hasUnit(behind);
        boolean glued = number > 0
                && words.get(number - 1).end() == word.start()
                && words.get(number - 1).isWord();
        boolean code = behind < words.size()
                && words.get(behind).isWord()
                && words.get(behind).start() == words.get(behind - 1).end()
                && words.get(behind - 1).isNumber()
                && !hasUnit(behind)
                && !words.text(behind).matches("x\\d*|th|st|nd|rd"); // 3G
        return NAMED.contains(before) || year || pronoun || glued || code;
    }

    /// `24x7`, `24/7`, `24 hours a day`, `7 days a week`, `365 days per year`: hours of service.
    private boolean coverage(int number, double value, int behind) {
        String next = words.text(behind);
        boolean around = value == 24
                && (next.equals("x7")
                        || (next.matches("[x/]") && words.text(behind + 1).startsWith("7")));
        if (around) {
            add(value, Measures.COVERAGE, Sense.BARE, "", number, number, behind + (next.equals("x7") ? 1 : 2));
            return true;
        }
        boolean per = PER.contains(words.text(behind + 1));
        String of = words.text(per ? behind + 2 : behind + 1);
        boolean whole = (value == 24 && next.startsWith("hour") && of.equals("day"))
                || (value == 7 && next.startsWith("day") && of.equals("week"))
                || (value >= 365 && value <= 366 && next.startsWith("day") && of.startsWith("year"));
        if (whole) {
            add(value, Measures.COVERAGE, Sense.BARE, of, number, number, behind + (per ? 3 : 2));
        }
        return whole;
    }

    /// `p99` is 99, `p999` is 99.9.
    private static double percent(String percentile) {
        String digits = percentile.substring(1).replaceAll("[ .]", "");
        return Double.parseDouble(digits.substring(0, 2) + "." + digits.substring(2) + "0");
    }

    private boolean ordinal(int number, double value, int behind) {
        boolean suffix = words.text(behind).matches("th|st|nd|rd")
                && words.get(behind).start() == words.get(behind - 1).end();
        int next = suffix ? behind + 1 : behind;
        boolean percentile = words.text(next).startsWith("percentile");
        if (suffix || percentile) {
            add(value, percentile ? Measures.ORDINAL : Measures.LABEL, Sense.BARE, "", number, number, next);
        }
        return suffix || percentile;
    }

    private void withUnit(double value, Comparison before, int number, int behind) {
        int at = unitAt(behind);
        Optional<UnitWords.Unit> unit = UnitWords.of(words.text(at));
        if (unit.isPresent()) {
            int to = at + 1;
            to = words.text(at).equals("percentage") && words.text(to).startsWith("point") ? to + 1 : to;
            add(
                    value * unit.get().scale(),
                    unit.get().measures(),
                    before.sense(),
                    words.text(at),
                    before.from(),
                    number,
                    to);
            return;
        }
        int noun = noun(behind);
        boolean rate = UnitWords.isRate(words.text(behind))
                || (noun > behind && PER.contains(words.text(noun)) && UnitWords.isTime(words.text(noun + 1)));
        int to = rate && !UnitWords.isRate(words.text(behind)) ? noun + 2 : noun;
        add(
                value,
                rate ? Measures.RATE : Measures.COUNT,
                before.sense(),
                behind < noun ? words.text(noun - 1) : "",
                before.from(),
                number,
                to);
    }

    /// Behind the counted noun: the first plural within a few words, else the next word.
    private int noun(int behind) {
        for (int i = behind; i < Math.min(words.size(), behind + LONGEST_NOUN); i++) {
            Words.Word word = words.get(i);
            if (!word.isWord() || NO_NOUN.contains(word.text())) {
                break;
            }
            if (word.text().endsWith("s") && !word.text().endsWith("ous")) {
                return i + 1;
            }
        }
        boolean alone = behind >= words.size() || !words.get(behind).isWord() || NO_NOUN.contains(words.text(behind));
        return alone ? behind : behind + 1;
    }

    private void add(double value, Measures measures, Sense sense, String noun, int from, int number, int to) {
        int end = Math.max(number + 1, Math.min(to, words.size()));
        found.add(new Mention(value, measures, sense, noun, from, number, end));
        at = end;
    }
}
