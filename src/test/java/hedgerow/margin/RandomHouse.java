package hedgerow.margin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// A random clearing house in plain figures, and the positional file that says the same.
///
/// Columns are those of the published layout, written here again and not taken from the reader.
final class RandomHouse {
    static final int[] MONTHS = {202703, 202705, 202706, 202709, 202712};

    final List<Commodity> commodities = new ArrayList<>();
    final List<Contract> contracts = new ArrayList<>();
    final List<Inter> inters = new ArrayList<>();
    private final Random random;

    /// A combined commodity; rates are whole units of currency.
    static final class Commodity {
        String code = "";
        int range;
        double scaling;
        List<int[]> intraTiers = new ArrayList<>();
        List<int[]> scanTiers = new ArrayList<>();
        List<int[]> interTiers = new ArrayList<>();
        List<Spread> series = new ArrayList<>();
        List<Spread> tiers = new ArrayList<>();
        List<int[]> spot = new ArrayList<>();
        int minimum;
        boolean isMax;
        double[] adjustment = {1, 1, 1};
        double[] ratio = {1, 1, 1};
        int priceRisk;
        boolean isFuturesStyle;
    }

    /// A spread inside a commodity: each leg a month or a tier, a ratio, and one or minus one.
    record Spread(int priority, int rate, List<double[]> legs) {}

    /// One contract of a commodity; right zero for a future, one for a call, minus one for a put.
    record Contract(
            Commodity commodity,
            int month,
            int right,
            int strike,
            int[] losses,
            double delta,
            int price) {
        String id() {
            String at = "XYZ " + commodity.code + (right == 0 ? " FUT " : "O OOF ") + month;
            return right == 0 ? at : at + (right > 0 ? " C " : " P ") + strike;
        }
    }

    /// A spread between commodities; of legs the commodity, the tier, the ratio, the side, and the
    /// rate in percent or money.
    record Inter(
            int priority,
            String method,
            boolean isSuper,
            boolean isFlat,
            List<Leg> legs,
            Commodity target,
            double targetRatio,
            int minimumLegs) {}

    record Leg(
            Commodity commodity,
            int tier,
            double ratio,
            int side,
            double rate,
            boolean isRequired) {}

    RandomHouse(long seed) {
        random = new Random(seed);
        for (String code : List.of("AA", "BB", "CC", "DD", "TT")) commodities.add(commodity(code));
        for (Commodity commodity : commodities) {
            for (int month : MONTHS) {
                contracts.add(future(commodity, month));
                for (int right : new int[] {1, -1}) contracts.add(option(commodity, month, right));
            }
        }
        for (int i = 0; i < 5; i++) inters.add(inter(i));
        inters.add(scanning());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Commodity commodity(String code) {
        Commodity of = new Commodity();
        of.code = code;
        of.range = 300 * (1 + random.nextInt(9));
        of.scaling = chance(50) ? 1 : 0.5;
        boolean isTarget = code.equals("TT");
        of.intraTiers = tiers();
        // Where everything may move into a target, tiers are left out
        if (!isTarget && chance(30)) of.scanTiers = tiers();
        of.interTiers = tiers();
        for (int i = random.nextInt(3); i > 0; i--) of.series.add(seriesSpread(i));
        for (int i = 1 + random.nextInt(5); i > 0; i--) of.tiers.add(tierSpread(i, of));
        if (chance(60)) of.spot.add(new int[] {MONTHS[0], random.nextInt(90), random.nextInt(90)});
        if (chance(30)) of.spot.add(new int[] {MONTHS[1], random.nextInt(90), random.nextInt(90)});
        of.minimum = random.nextInt(200);
        of.isMax = chance(40);
        for (int i = 0; i < 3; i++) {
            of.adjustment[i] = (100 + random.nextInt(30)) / 100.0;
            of.ratio[i] = (1000 + random.nextInt(300)) / 1000.0;
        }
        of.priceRisk = 1 + random.nextInt(3);
        of.isFuturesStyle = chance(30);
        return of;
    }

    private List<int[]> tiers() {
        List<int[]> tiers = new ArrayList<>();
        tiers.add(new int[] {1, 202701, 202705});
        tiers.add(new int[] {2, 202706, 202709});
        tiers.add(new int[] {3, 202710, 202712});
        return tiers.subList(0, 2 + random.nextInt(2));
    }

    private Spread seriesSpread(int priority) {
        List<double[]> legs = new ArrayList<>();
        Set<Integer> months = new LinkedHashSet<>();
        int count = chance(30) ? 3 : 2;
        while (months.size() < count) months.add(MONTHS[random.nextInt(MONTHS.length)]);
        int i = 0;
        for (int month : months) {
            boolean isMiddle = i == 1;
            legs.add(new double[] {month, isMiddle && count == 3 ? 2 : 1, isMiddle ? -1 : 1});
            i++;
        }
        return new Spread(priority, random.nextInt(100), legs);
    }

    private Spread tierSpread(int priority, Commodity of) {
        List<double[]> legs = new ArrayList<>();
        int count = chance(30) ? 3 : 2;
        for (int i = 0; i < count; i++) {
            int tier = 1 + random.nextInt(of.intraTiers.size());
            legs.add(new double[] {tier, 1 + random.nextInt(2), i == 1 ? -1 : 1});
        }
        if (count == 3 && legs.get(0)[0] == legs.get(2)[0]) legs.removeLast();
        return new Spread(priority, random.nextInt(100), legs);
    }

    private Contract future(Commodity of, int month) {
        int[] losses = new int[16];
        for (int s = 0; s < 16; s++) losses[s] = (int) Math.rint(-weight(s) * move(s) * of.range);
        return new Contract(of, month, 0, 0, losses, 1, 1000 + random.nextInt(100));
    }

    private Contract option(Commodity of, int month, int right) {
        double delta = (1 + random.nextInt(99)) / 100.0;
        int vega = random.nextInt(60);
        int decay = random.nextInt(20);
        int[] losses = new int[16];
        for (int s = 0; s < 16; s++) {
            double profit = right * delta * move(s) * of.range + vol(s) * vega - decay;
            losses[s] = (int) Math.rint(-weight(s) * profit);
        }
        return new Contract(of, month, right, 1000, losses, right * delta, random.nextInt(200));
    }

    static double move(int s) {
        double[] moves = {0, 1, -1, 2, -2, 3, -3};
        if (s >= 14) return s == 14 ? 3 : -3;
        return moves[s / 2] / 3;
    }

    static int vol(int s) {
        return s >= 14 ? 0 : s % 2 == 0 ? 1 : -1;
    }

    static double weight(int s) {
        return s >= 14 ? 0.33 : 1;
    }

    private Inter inter(int priority) {
        List<Commodity> shuffled = new ArrayList<>(commodities.subList(0, 4));
        Collections.shuffle(shuffled, random);
        String method = List.of("01", "01", "02", "20").get(random.nextInt(4));
        boolean isFlat = chance(20);
        boolean isApart = !isFlat && chance(30);
        double rate = isFlat ? random.nextInt(500) : random.nextInt(101);
        int count = chance(30) ? 3 : 2;
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Commodity of = shuffled.get(i);
            int tier = method.equals("20") ? random.nextInt(of.interTiers.size() + 1) : 0;
            double own = isApart ? random.nextInt(101) : rate;
            int side = i == 0 || chance(20) ? 1 : -1;
            legs.add(new Leg(of, tier, 1 + random.nextInt(3), side, own, true));
        }
        return new Inter(priority + 1, method, chance(30), isFlat, legs, shuffled.getFirst(), 0, 0);
    }

    /// AA and BB, which have no scan tiers then, into TT.
    private Inter scanning() {
        List<Leg> legs = new ArrayList<>();
        double rate = random.nextInt(101);
        for (Commodity of : commodities.subList(0, 2)) {
            of.scanTiers = new ArrayList<>();
            legs.add(new Leg(of, 0, 1 + random.nextInt(2), 1, rate, chance(50)));
        }
        return new Inter(
                9, "04", true, false, legs, commodities.getLast(), 1, 1 + random.nextInt(2));
    }

    /// The file as records: a line each, or the two lines of an array.
    List<String> records() {
        List<String> records = new ArrayList<>();
        records.add(
                row("0").put(3, "HOUSE")
                        .put(9, "20270104")
                        .put(17, "SF")
                        .put(36, "U2")
                        .put(39, "N")
                        .put(75, "M")
                        .line());
        for (Commodity of : commodities) commodity(of, records);
        for (Contract each : contracts) contract(each, records);
        for (Inter each : inters) records.add(inter(each));
        return records;
    }

    static byte[] file(List<String> records) {
        return (String.join("\n", records) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void commodity(Commodity of, List<String> records) {
        String style = of.isFuturesStyle ? "FUTOP" : "EQTY";
        records.add(price(of.code, "FUT", "FUT"));
        records.add(price(of.code + "O", "OOF", style));
        records.add(
                row("2").put(3, "XYZ")
                        .put(7, of.code)
                        .put(13, "0USD$PN")
                        .put(23, of.code)
                        .put(33, "FUT0+")
                        .put(39, of.code + "O")
                        .put(49, "OOF0+")
                        .line());
        Row three = row("3").put(3, of.code).put(9, "10");
        tiers(three, 11, of.intraTiers);
        for (int i = 0; i < 3; i++) {
            three.put(69 + 4 * i, digits(4, of.ratio[i] * 1000));
        }
        records.add(three.line());
        scans(of, records);
        for (Spread spread : of.tiers) records.add(tierSpread(of, spread));
        for (Spread spread : of.series) records.add(seriesSpread(of, spread));
        Row four = row("4").put(3, of.code).put(9, of.spot.isEmpty() ? "01" : "10");
        four.put(11, digits(2, of.spot.size()));
        for (int i = 0; i < of.spot.size(); i++) {
            int[] spot = of.spot.get(i);
            four.put(
                    13 + 22 * i,
                    digits(2, i + 1) + spot[0] + digits(7, spot[1]) + digits(7, spot[2]));
        }
        four.put(63, digits(7, of.minimum)).put(79, of.isMax ? "1" : "2");
        for (int i = 0; i < 3; i++) four.put(70 + 3 * i, digits(3, of.adjustment[i] * 100));
        records.add(four.line());
        for (int month : MONTHS) {
            records.add(calculation(of, of.code, "FUT", month, "      "));
            records.add(calculation(of, of.code + "O", "OOF", month, "" + month));
        }
    }

    private static String price(String code, String type, String valuation) {
        return row("P").put(3, "XYZ")
                .put(6, code)
                .put(16, type)
                .put(34, "000000")
                .put(42, "00000010000000")
                .put(56, "00000000")
                .put(66, "USD$STD 00AMER")
                .put(117, valuation)
                .line();
    }

    private static void tiers(Row row, int column, List<int[]> tiers) {
        for (int i = 0; i < tiers.size(); i++) {
            int[] tier = tiers.get(i);
            row.put(column + 14 * i, digits(2, tier[0]) + tier[1] + tier[2]);
        }
    }

    private static void scans(Commodity of, List<String> records) {
        Row inter = row("S").put(3, of.code).put(9, "20").put(11, digits(2, of.interTiers.size()));
        tiers(inter, 13, of.interTiers);
        records.add(inter.put(83, "" + of.priceRisk).line());
        if (of.scanTiers.isEmpty()) return;
        Row scan = row("S").put(3, of.code).put(9, "10").put(11, digits(2, of.scanTiers.size()));
        tiers(scan, 13, of.scanTiers);
        records.add(scan.put(83, "" + of.priceRisk).line());
    }

    private static String tierSpread(Commodity of, Spread spread) {
        Row row = row("C").put(3, of.code).put(9, "10").put(11, digits(2, spread.priority));
        row.put(13, digits(2, spread.legs.size()) + digits(7, spread.rate));
        for (int i = 0; i < spread.legs.size(); i++) {
            double[] leg = spread.legs.get(i);
            row.put(
                    22 + 7 * i,
                    digits(2, i + 1) + digits(2, leg[0]) + digits(2, leg[1]) + side(leg[2]));
        }
        return row.line();
    }

    private static String side(double sign) {
        return sign > 0 ? "A" : "B";
    }

    private static String seriesSpread(Commodity of, Spread spread) {
        Row row =
                row("E").put(3, of.code)
                        .put(9, digits(5, spread.priority) + digits(7, spread.rate));
        for (int i = 0; i < spread.legs.size(); i++) {
            double[] leg = spread.legs.get(i);
            row.put(21 + 14 * i, digits(4, leg[0] - 200000));
            row.put(28 + 14 * i, digits(6, leg[1] * 10000) + side(leg[2]));
        }
        return row.line();
    }

    private static String calculation(
            Commodity of, String code, String type, int month, String option) {
        return row("B").put(3, "XYZ")
                .put(6, code)
                .put(16, type)
                .put(19, "" + month)
                .put(28, option)
                .put(53, digits(5, of.range))
                .put(86, digits(6, of.scaling * 10000))
                .line();
    }

    private static void contract(Contract of, List<String> records) {
        boolean isOption = of.right != 0;
        String code = of.commodity.code + (isOption ? "O" : "");
        Row first = row("81");
        Row second = row("82");
        for (Row row : List.of(first, second)) {
            row.put(3, "XYZ")
                    .put(6, code)
                    .put(16, of.commodity.code)
                    .put(26, isOption ? "OOF" : "FUT");
            row.put(29, of.right == 0 ? " " : of.right > 0 ? "C" : "P").put(30, "" + of.month);
            if (isOption) row.put(39, "" + of.month);
            row.put(48, digits(7, of.strike));
        }
        for (int s = 0; s < 9; s++) first.put(55 + 6 * s, signed(of.losses[s]));
        for (int s = 9; s < 16; s++) second.put(55 + 6 * (s - 9), signed(of.losses[s]));
        second.put(97, digits(5, Math.abs(of.delta) * 10000) + (of.delta < 0 ? "-" : "+"));
        second.put(103, "00000000" + digits(7, of.price) + "++");
        records.add(first.line() + "\n" + second.line());
    }

    private static String signed(int loss) {
        return digits(5, Math.abs(loss)) + (loss < 0 ? "-" : "+");
    }

    private static String inter(Inter of) {
        Row row = row("6").put(3, "ALL").put(6, digits(4, of.priority)).put(89, of.method);
        row.put(10, rate(of, of.legs.getFirst().rate)).put(101, of.isFlat ? "F" : "W");
        row.put(110, of.isSuper ? "S" : "N");
        boolean isApart = of.legs.stream().anyMatch(leg -> leg.rate != of.legs.getFirst().rate);
        row.put(122, isApart ? "Y" : "N");
        for (int i = 0; i < of.legs.size(); i++) {
            Leg leg = of.legs.get(i);
            row.put(17 + 18 * i, "XYZ" + (leg.isRequired ? "Y" : "N") + leg.commodity.code);
            row.put(27 + 18 * i, digits(7, leg.ratio * 10000) + side(leg.side));
            row.put(102 + 2 * i, digits(2, leg.tier));
            if (isApart) row.put(123 + 7 * i, rate(of, leg.rate));
        }
        if (of.method.equals("04")) {
            row.put(91, "XYZN" + of.target.code)
                    .put(111, digits(7, of.targetRatio * 10000))
                    .put(118, digits(4, of.minimumLegs));
        }
        return row.line();
    }

    private static String rate(Inter of, double rate) {
        return digits(7, of.isFlat ? 100 * rate : 10000 * rate);
    }

    private static String digits(int width, double value) {
        return String.format(Locale.ROOT, "%0" + width + "d", Math.round(value));
    }

    private static Row row(String type) {
        return new Row().put(1, type);
    }

    /// A line that is filled column by column, counted from one.
    private static final class Row {
        private final StringBuilder text = new StringBuilder();

        Row put(int column, String what) {
            while (text.length() < column - 1 + what.length()) text.append(' ');
            text.replace(column - 1, column - 1 + what.length(), what);
            return this;
        }

        String line() {
            return text.toString();
        }
    }
}
