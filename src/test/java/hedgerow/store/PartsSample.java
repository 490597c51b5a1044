package hedgerow.store;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// Every charge and every adjustment, with every field that each may have.
final class PartsSample {
    private static final String TEXT =
            """
            charges:
              - { deltaFloor: { unhedgedRate: 0.02, hedgedRate: 0.01 }, as: floor }
              - { contractMinimum: { perUnit: 0.375 }, as: inside }
              - { basisContingency: { up: 0.045, down: -0.045, addition: 0.5, multiplier: 2 }, as: floor }
              - { notionalRate: { of: [perpetual], at: spot, initialRate: 0.04, maintenanceRate: 0.03, orders: each }, as: outside }
              - { netShortOptions: { initialRate: 0.005, maintenanceRate: 0.003 }, as: minimum }
              - { oracleConfidence: { threshold: 0.55, scale: 1, of: [perpetual, option], shortOnly: false, optionsWithPerpetual: true }, as: outside }
              - { depeg: { threshold: 0.99, slope: 2 }, as: outside }
              - isolatedOptions:
                  initial: { maximum: 0.15, minimum: 0.10, putFactor: 1 }
                  maintenance: { call: 0.075, put: 0.075, putOfMark: 0.075 }
                as: inside
              - { boundedLoss: { unpairedInitial: 1.2, unpairedMaintenance: 1.1 }, as: inside }
              - isolatedOrBounded:
                  isolated:
                    initial: { maximum: 0.15, minimum: 0.13, putFactor: 1.05 }
                    maintenance: { call: 0.09, put: 0.09, putOfMark: 0.09 }
                  bounded: { unpairedInitial: 1.2, unpairedMaintenance: 1.1 }
                as: inside
              - { feeProvision: { optionRate: 0.0003, optionCap: 0.125, otherRate: 0.0003, orders: each }, as: outside }
              - { fundingProvision: { hours: 8, orders: worst }, as: outside }
              - { rollShock: { annualisedMove: 0.05, minimum: 0.005, spotApart: true }, as: inside }
              - { deltaShock: { threshold: 20000000, increment: 0.000004, maximum: 0.10 }, as: inside }
              - tieredMinimum:
                  of: [perpetual, future]
                  rate: 0.0045
                  tiers: [{ to: 10000, multiplier: 1 }, { to: 70000, multiplier: 2 }]
                as: minimum
              - openInterestRate:
                  of: { BTC: { base: 0.05, maintenanceFraction: 0.6, lower: 1e6, upper: 2e6 } }
                as: inside
              - sizeRate:
                  of: { BTC: { skewScale: 100, initialFraction: 2, minimumRatio: 0.01, maintenanceScalar: 0.5, minimumMargin: 1000 } }
                as: inside
              - sidedOptions:
                  initial: { premium: 1, longRate: 0.2, shortMaximum: 0.15, shortMinimum: 0.1, putCap: 0.5 }
                  maintenance: { premium: 0.5, longRate: 0.1, shortMaximum: 0.075, shortMinimum: 0.05, putCap: 0.5 }
                as: inside
              - { openLoss: {}, as: outside }
              - stablecoinHedge:
                  initialFactor: 1.3
                  tiers: [{ to: 1000000, rate: 0.0075 }, { to: 5000000, rate: 0.0175 }]
                as: inside
              - liquidity:
                  of: { BTC: { coefficient: 1, vol: 0.6, volumeDaily: 20000, crossoverShare: 0.001 } }
                  averageShare: 1
                  optionHalfSpread: 0.0005
                  concentration: { share: 0.02, rate: 0.05 }
                as: outside
            adjustments:
              - expiryDiscount:
                  long: { static: 0.98, rateMultiplier: 0, rateAddition: 0.10 }
                  short: { static: 1.02, rateMultiplier: 0, rateAddition: 0.10 }
              - gainLimit: { share: 0.6, limit: 20000000 }
              - dampener: { amount: 200000, range: 0.18 }
              - deltaHedge: {}
            """;

    private PartsSample() {}

    static List<?> charges() {
        return part("charges");
    }

    static List<?> adjustments() {
        return part("adjustments");
    }

    private static List<?> part(String name) {
        Map<String, List<?>> parts = new Yaml().load(TEXT);
        return parts.getOrDefault(name, List.of());
    }
}
