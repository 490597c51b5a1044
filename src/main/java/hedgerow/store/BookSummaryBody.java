package hedgerow.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A response of Deribit's `public/get_book_summary_by_currency`, with the fields that are used.
///
/// The components carry the venue's names.
///
/// @param result one row an instrument
/// @param error what the venue answers in place of a result
@RegisterForReflection(
        targets = {BookSummaryBody.class, BookSummaryBody.Row.class, BookSummaryBody.Failure.class})
record BookSummaryBody(
        @Size(max = Limits.QUOTES, message = "at most " + Limits.QUOTES + " rows")
                @Nullable List<@Checks.Required @Valid @Nullable Row> result,
        @Nullable Failure error) {

    private static final String PERCENT = "a percentage from 0 to 10000";
    private static final String MILLIS = "milliseconds since 1970, up to 2199";

    /// One instrument.
    ///
    /// @param instrument_name the venue's symbol
    /// @param mark_price in the coin for a coin-settled option, else in dollars
    /// @param mark_iv vol of the mark in percent; zero is none
    /// @param open_interest contracts that are held; for options in units of the coin
    /// @param volume of the last 24 hours, likewise
    /// @param underlying_price what an option is priced on: its expiry's future or synthetic
    ///   forward
    /// @param estimated_delivery_price the index
    /// @param funding_8h of a perpetual, a fraction
    /// @param creation_timestamp milliseconds since 1970
    record Row(
            @Checks.Required @Nullable String instrument_name,
            @Checks.Premium @Nullable Double mark_price,
            @DecimalMin(value = "0", message = PERCENT)
                    @DecimalMax(value = "10000", message = PERCENT)
                    @Nullable Double mark_iv,
            @Checks.Premium @Nullable Double bid_price,
            @Checks.Premium @Nullable Double ask_price,
            @Checks.Premium @Nullable Double open_interest,
            @Checks.Premium @Nullable Double volume,
            @Checks.Price @Nullable Double underlying_price,
            @Checks.Price @Nullable Double estimated_delivery_price,
            @Checks.Rate @Nullable Double funding_8h,
            @Checks.Required
                    @DecimalMin(value = "0", message = MILLIS)
                    @DecimalMax(value = "7258118399999", message = MILLIS)
                    @Nullable Double creation_timestamp) {}

    /// Why the venue gave no result.
    ///
    /// @param code the venue's number
    /// @param message in words
    record Failure(@Nullable Double code, @Nullable String message) {}
}
