package hedgerow.margin.span;

import hedgerow.margin.span.SpanReport.Commodity;
import hedgerow.margin.span.SpanReport.FormedSpread;
import hedgerow.margin.span.SpanReport.InterTier;
import hedgerow.margin.span.SpanReport.IntraTier;
import hedgerow.margin.span.SpanReport.MinimumTier;
import hedgerow.margin.span.SpanReport.PeriodDelta;
import hedgerow.margin.span.SpanReport.Scan;
import hedgerow.margin.span.SpanReport.ScanTier;
import hedgerow.portfolio.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// A [SpanReport] as lines of text: money with two digits, deltas with as many as they have.
public final class SpanText {
    private static final int SCENARIOS_IN_A_LINE = 8;

    private final StringBuilder text = new StringBuilder();

    private SpanText() {}

    /// The report in words and columns, each line ended by a line feed.
    public static String of(SpanReport report) {
        SpanText text = new SpanText();
        text.head(report);
        report.ccs().forEach(text::commodity);
        return text.text.toString();
    }

    private void head(SpanReport report) {
        line(0, "requirement in " + report.currency());
        money("spanReq", "risk for maintenance", report.spanReq());
        money("", "risk for initial margin", report.spanReqInitial());
        money("anov", "net option value", report.anov());
        money("", "total for maintenance", report.total());
        money("", "total for initial margin", report.totalInitial());
        if (report.excess() > 0) {
            money("", "option value that counts towards nothing", report.excess());
        }
        for (String name : report.unpriced()) {
            line(1, name + ": without a settlement price, taken as worth nothing");
        }
    }

    private void commodity(Commodity of) {
        text.append('\n');
        line(0, of.cc() + " in " + of.currency());
        if (!of.movedTo().isEmpty()) line(1, "scanned with " + of.movedTo());
        if (!of.movedFrom().isEmpty()) line(1, "with " + String.join(", ", of.movedFrom()));
        money("sr", "scan risk, in scenario " + of.scan().as(), of.sr());
        money("ia", "spread charges", of.ia());
        money("dr", "delivery charges", of.dr());
        money("ie", "intercommodity credit", of.ie());
        money("iex", "interexchange credit", of.iex());
        money("som", "short option minimum", of.som());
        money("req", "requirement for maintenance", of.req());
        money("", "requirement for initial margin", of.reqInitial());
        money("anov", "net option value", of.anov());
        scan(1, of.scan());
        values(of);
        if (of.gReq().nlRisk() + of.gReq().nsRisk() > 0) {
            line(
                    1,
                    "gReq: longs "
                            + plain(of.gReq().nlRisk())
                            + ", shorts "
                            + plain(of.gReq().nsRisk()));
        }
        of.pd().forEach(this::period);
        of.str().forEach(this::scanTier);
        of.iatr().forEach(this::intraTier);
        of.ietr().forEach(this::interTier);
        of.somtr().forEach(this::minimumTier);
        of.spreads().forEach(this::spread);
    }

    private void scan(int depth, Scan scan) {
        line(
                depth,
                "tr %s, vr %s, pr %s, wpr %s over delta %s"
                        .formatted(
                                plain(scan.tr()),
                                plain(scan.vr()),
                                plain(scan.pr()),
                                plain(scan.wpr()),
                                delta(scan.netDelta())));
        List<Double> losses = scan.sv();
        for (int s = 0; s < losses.size(); s += SCENARIOS_IN_A_LINE) {
            StringBuilder row = new StringBuilder("sv");
            for (int i = s; i < Math.min(losses.size(), s + SCENARIOS_IN_A_LINE); i++) {
                row.append(' ').append(i + 1).append(": ").append(plain(losses.get(i)));
            }
            line(depth, row.toString());
        }
    }

    private void values(Commodity of) {
        SpanReport.Values values = of.values();
        line(
                1,
                "lov %s, sov %s, lovf %s, sovf %s, lfv %s, sfv %s"
                        .formatted(
                                plain(values.lov()),
                                plain(values.sov()),
                                plain(values.lovf()),
                                plain(values.sovf()),
                                plain(values.lfv()),
                                plain(values.sfv())));
    }

    private void period(PeriodDelta of) {
        line(
                1,
                "pd %s: od %s, gd %s, rd %s, drs %s, dro %s"
                        .formatted(
                                of.pe(),
                                delta(of.od()),
                                delta(of.gd()),
                                delta(of.rd()),
                                plain(of.drs()),
                                plain(of.dro())));
    }

    private void scanTier(ScanTier tier) {
        line(
                1,
                "str %d: sr %s, as %d"
                        .formatted(tier.tn(), plain(tier.scan().sr()), tier.scan().as()));
        scan(2, tier.scan());
    }

    private void intraTier(IntraTier tier) {
        line(
                1,
                "iatr %d: ld %s, sd %s, rld %s, rsd %s"
                        .formatted(
                                tier.tn(),
                                delta(tier.ld()),
                                delta(tier.sd()),
                                delta(tier.rld()),
                                delta(tier.rsd())));
    }

    private void interTier(InterTier tier) {
        line(
                1,
                "ietr %d: ie %s, ld %s, sd %s, rld %s, rsd %s"
                        .formatted(
                                tier.tn(),
                                plain(tier.ie()),
                                delta(tier.ld()),
                                delta(tier.sd()),
                                delta(tier.rld()),
                                delta(tier.rsd())));
        scan(2, tier.scan());
    }

    private void minimumTier(MinimumTier tier) {
        line(
                1,
                "somtr %d: som %s, sco %s, spo %s"
                        .formatted(
                                tier.tn(),
                                plain(tier.som()),
                                delta(tier.sco()),
                                delta(tier.spo())));
    }

    private void spread(FormedSpread of) {
        line(
                1,
                "%s, priority %d, %s: %s spreads at %s come to %s"
                        .formatted(
                                of.stage(),
                                of.priority(),
                                of.orientation(),
                                delta(of.spreads()),
                                Numbers.plain(of.rate()),
                                plain(of.amount())));
    }

    private void money(String name, String words, double amount) {
        text.append(String.format(Locale.ROOT, "  %-8s%-42s%,20.2f\n", name, words, amount));
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(words).append('\n');
    }

    private static String plain(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount + 0.0);
    }

    private static String delta(double delta) {
        return Numbers.plain(
                BigDecimal.valueOf(delta).setScale(10, RoundingMode.HALF_EVEN).doubleValue());
    }
}
