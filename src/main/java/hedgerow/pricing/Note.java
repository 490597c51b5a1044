package hedgerow.pricing;

import hedgerow.portfolio.Instrument;

/// Something a reader of the answer should know about the price of one instrument.
///
/// @param instrument which instrument
/// @param text what was taken from where, such as `forward by the carry of the listed forwards`
public record Note(Instrument instrument, String text) {}
