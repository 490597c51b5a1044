package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.time.LocalDate;

/// Who published risk parameters, and for when and what.
///
/// @param organisation the clearing organisation or exchange complex, such as `CME`
/// @param businessDate the business date
/// @param session settlement or intraday
/// @param qualifier the file's own word for its edition, such as `F` or `final`; may be empty
/// @param requirement what its rates stand for
/// @param isOptionValueCapped whether the option value of one combined commodity counts towards no
///   other (`limitOptionValue`, `capAnov`)
public record Publication(
        String organisation,
        LocalDate businessDate,
        Session session,
        String qualifier,
        Requirement requirement,
        boolean isOptionValueCapped) {

    /// When on its business date a file was made.
    public enum Session {
        SETTLEMENT,
        INTRADAY
    }

    /// What a file's rates stand for.
    public enum Requirement {
        MAINTENANCE,
        INITIAL
    }

    public Publication {
        Require.text("organisation", organisation);
    }
}
