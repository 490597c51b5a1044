/// What a clearing house publishes every day: risk arrays of its contracts, and the rates of its
/// spreads, credits and minimums.
///
/// ```
/// RiskParameters -> Publication               who published it, when, for which requirement
///                -> PointSet                  the scenarios of an array, where the file tells them
///                -> CombinedCommodity         tiers, DeltaSpread, SpotCharge, minimum, factors
///                -> DeltaSpread, ScanSpread   between combined commodities
///                -> Contracts                 columns of arrays; ProductFamily -> Series -> contract
/// ```
///
/// **How a reader fills it.** A reader of a file makes one [RiskParametersBuilder] and tells it
/// what it finds, in any order but this: a series before its contracts. Families, combined
/// commodities, spreads and conversions may come before or after what they name or are named by, as
/// names are looked up in [RiskParametersBuilder#build]. Amounts are handed over in whole units of
/// currency: a reader of a positional file has put decimals and risk exponents on them already. The
/// sign of arrays stays as published: a loss of one contract held long is positive.
///
/// What a file says twice, differently, or about something that it never defines, is a
/// [Contradiction]; so is an array of another length than the first one. It is an
/// [IllegalArgumentException] like those of the records' own checks, so that a reader catches one
/// kind and puts line and column before its message. Nothing is half built: whoever gets a
/// [RiskParameters] has a whole file.
///
/// Contracts stand in columns, about 200 bytes each with sixteen scenarios; they are found by
/// [ContractKey], whose text is the contract id of a listed contract in a portfolio.
@NullMarked
package hedgerow.market.clearing;

import org.jspecify.annotations.NullMarked;
