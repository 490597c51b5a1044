package hedgerow.margin;

import hedgerow.margin.span.SpanAccount;
import hedgerow.margin.span.SpanPlan;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanRules;
import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;

/// The SPAN-style model: the worst of the scenarios of each combined commodity, spread charges
/// inside it, credits between them, a minimum on short options, and option value.
///
/// For each combined commodity
///
/// ```
/// risk        = max(scan + intra + delivery - inter - interexchange, short option minimum)
/// maintenance = adjustment * risk - net option value
/// initial     = initial ratio * adjustment * risk - net option value
/// ```
///
/// and these add. Rates, tiers, spreads and arrays are the clearing house's, from the market's risk
/// parameters; what differs between clearing houses in the method itself is in the rules. A row
/// that is priced here instead is scanned with the model's own ranges, and charged nothing beside.
///
/// "SPAN" is a trademark of CME Group; the word names the published method here.
///
/// Sources: [1] CME, public pages on SPAN: risk scenarios, spreads, order of evaluation (advisory
/// 09-81), weighted price risk (advisory 10-409), scanning spreads (advisory 21-433). [2] ICE Clear
/// US, "SPAN margin system", 2015: charges, credits and minimum with worked figures.
///
/// @param info who the model is
/// @param grid the scenarios as moves of price and vol, for rows that are priced here
/// @param rules the options of the method
/// @param collateral what it accepts
public record SpanModel(
        ModelInfo info, ScenarioGrid grid, SpanRules rules, CollateralRule collateral)
        implements MarginModel {

    public SpanModel {
        if (grid.size() != rules.points().size()) {
            throw new IllegalArgumentException(
                    "the grid must have %d scenarios, had %d"
                            .formatted(rules.points().size(), grid.size()));
        }
    }

    @Override
    public Valuation valuation() {
        return Valuation.STANDARD;
    }

    @Override
    public MarginReader on(RiskArrays arrays) {
        return new SpanReader(this, SpanPlan.of(arrays, rules));
    }

    /// Every figure on the way to what `portfolio` must post, under the names that the clearing
    /// house gives them; open orders are left out.
    ///
    /// @throws hedgerow.portfolio.RefusedException where a rate between currencies is missing
    public SpanReport report(RiskArrays arrays, Portfolio portfolio) {
        SpanReader reader = new SpanReader(this, SpanPlan.of(arrays, rules));
        SpanAccount account = reader.account(reader.hold(portfolio));
        return SpanReport.of(account);
    }
}
