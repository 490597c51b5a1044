package hedgerow.margin.span;

import java.util.List;

/// Every figure on the way to an account's requirement, under the result names of the SPAN XML
/// schema.
///
/// Losses are positive. Money of a combined commodity is in its own currency; totals are in the
/// margin currency.
///
/// @param spanReq the sum of the commodities' requirements for maintenance
/// @param spanReqInitial the same for initial margin
/// @param anov available net option value: what all premium-style options are worth, long less
///   short
/// @param total `spanReq - anov`; below zero where option value exceeds risk
/// @param totalInitial `spanReqInitial - anov`
/// @param excess option value that counts towards nothing, for maintenance
/// @param currency the margin currency
/// @param ccs the combined commodities by code
/// @param unpriced contracts without a settlement price, which count as worth nothing
public record SpanReport(
        double spanReq,
        double spanReqInitial,
        double anov,
        double total,
        double totalInitial,
        double excess,
        String currency,
        List<Commodity> ccs,
        List<String> unpriced) {

    /// One combined commodity.
    ///
    /// @param cc its code
    /// @param currency its currency
    /// @param req its requirement for maintenance
    /// @param reqInitial its requirement for initial margin
    /// @param sr scan risk
    /// @param ia spread charges inside it
    /// @param dr delivery charges
    /// @param ie credits between combined commodities
    /// @param iex credits against other clearing organisations
    /// @param som short option minimum
    /// @param scan the scan
    /// @param values option and futures values
    /// @param pd deltas by period
    /// @param str scan tiers
    /// @param iatr tiers of spreads inside it
    /// @param ietr tiers of spreads between commodities
    /// @param somtr tiers of the short option minimum
    /// @param spreads spreads and credits that were formed, in order
    /// @param gReq the requirement of an account that is margined gross; zeros of any other
    /// @param movedTo the combined commodity that took it in a scanning spread; empty where none
    ///   did
    /// @param movedFrom those that it took
    public record Commodity(
            String cc,
            String currency,
            double req,
            double reqInitial,
            double sr,
            double ia,
            double dr,
            double ie,
            double iex,
            double som,
            Scan scan,
            Values values,
            List<PeriodDelta> pd,
            List<ScanTier> str,
            List<IntraTier> iatr,
            List<InterTier> ietr,
            List<MinimumTier> somtr,
            List<FormedSpread> spreads,
            GrossRisk gReq,
            String movedTo,
            List<String> movedFrom) {
        public Commodity {
            pd = List.copyOf(pd);
            str = List.copyOf(str);
            iatr = List.copyOf(iatr);
            ietr = List.copyOf(ietr);
            somtr = List.copyOf(somtr);
            spreads = List.copyOf(spreads);
            movedFrom = List.copyOf(movedFrom);
        }

        /// Net option value.
        public double anov() {
            return values.lov() - values.sov();
        }
    }

    /// A scan.
    ///
    /// @param sr scan risk
    /// @param as the active scenario, counted from one
    /// @param tr time risk
    /// @param vr vol risk
    /// @param pr price risk
    /// @param wpr weighted price risk: price risk for one delta
    /// @param netDelta the net delta that price risk is spread over
    /// @param sv losses by scenario
    public record Scan(
            double sr,
            int as,
            double tr,
            double vr,
            double pr,
            double wpr,
            double netDelta,
            List<Double> sv) {
        public Scan {
            sv = List.copyOf(sv);
        }
    }

    /// Values of positions, each positive.
    ///
    /// @param lov long options whose premium was paid
    /// @param sov short ones
    /// @param lovf long futures-style options
    /// @param sovf short ones
    /// @param lfv long futures
    /// @param sfv short ones
    public record Values(
            double lov, double sov, double lovf, double sovf, double lfv, double sfv) {}

    /// The delta of one period.
    ///
    /// @param pe the period
    /// @param od its net delta
    /// @param gd how much of it is used in spreads
    /// @param rd what remains
    /// @param drs delivery charge on what is in spreads
    /// @param dro delivery charge on what is not
    public record PeriodDelta(String pe, double od, double gd, double rd, double drs, double dro) {}

    /// A tier that is scanned for itself.
    ///
    /// @param tn its number; zero for periods outside all tiers
    /// @param scan its scan
    public record ScanTier(int tn, Scan scan) {}

    /// A tier of spreads inside a combined commodity.
    ///
    /// @param tn its number
    /// @param ld long delta
    /// @param sd short delta, positive
    /// @param rld remaining long delta
    /// @param rsd remaining short delta, positive
    public record IntraTier(int tn, double ld, double sd, double rld, double rsd) {}

    /// A tier of spreads between combined commodities.
    ///
    /// @param tn its number
    /// @param ie credits of its legs
    /// @param scan its scan
    /// @param ld long delta
    /// @param sd short delta, positive
    /// @param rld remaining long delta
    /// @param rsd remaining short delta, positive
    public record InterTier(
            int tn, double ie, Scan scan, double ld, double sd, double rld, double rsd) {}

    /// A tier of the short option minimum.
    ///
    /// @param tn its number; zero for periods outside all tiers
    /// @param som its minimum
    /// @param sco short calls, scaled
    /// @param spo short puts, scaled
    public record MinimumTier(int tn, double som, double sco, double spo) {}

    /// A spread that was formed.
    ///
    /// @param stage the stage in which it was, such as `tier spreads`
    /// @param priority its priority
    /// @param orientation `A long` or `A short`
    /// @param spreads how many were formed
    /// @param rate its rate: money for one, or a share of weighted price risk
    /// @param amount the charge, or the credit of this commodity's leg
    public record FormedSpread(
            String stage,
            int priority,
            String orientation,
            double spreads,
            double rate,
            double amount) {}

    /// The requirement of an account that is margined gross.
    ///
    /// @param nlRisk the sum over long positions of their own risk
    /// @param nsRisk the same of short ones
    /// @param som short option minimum
    public record GrossRisk(double nlRisk, double nsRisk, double som) {}

    public SpanReport {
        ccs = List.copyOf(ccs);
        unpriced = List.copyOf(unpriced);
    }

    /// The report of an account that is settled.
    public static SpanReport of(SpanAccount account) {
        Totals totals = account.totals();
        double risk = totals.maintenance().risk();
        double initial = totals.initial().risk();
        double value = totals.maintenance().optionValue();
        return new SpanReport(
                risk,
                initial,
                value,
                risk - value,
                initial - value,
                totals.maintenance().excess(),
                account.plan.arrays.currency(),
                account.states.values().stream()
                        .map(state -> new CommodityReport(account, state).tell())
                        .toList(),
                account.plan.unpriced(account.held.stream().mapToInt(Integer::intValue).toArray()));
    }
}
