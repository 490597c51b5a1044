package hedgerow.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A hash over what a margin came to, by which a keeper can attest it.
///
/// It is the SHA-256, in hexadecimal, of ten lines of UTF-8 with a line feed between them: the word
/// `hedgerow-result-1`; the hashes of input, model and market; the currency; and, as [Fixed18]
/// writes them, initial and maintenance margin, equity, and the excess over each.
final class ResultHash {
    private static final String FORM = "hedgerow-result-1";

    private ResultHash() {}

    /// What was asked.
    ///
    /// @param input the hash of all that decides the figures
    /// @param model the hash of the model
    /// @param market the hash of the market
    /// @param currency the margin currency
    record Asked(String input, String model, String market, String currency) {}

    /// What it came to.
    record Came(
            double initial,
            double maintenance,
            double equity,
            double excessInitial,
            double excessMaintenance) {}

    static String of(Asked asked, Came came) {
        String text =
                String.join(
                        "\n",
                        List.of(
                                FORM,
                                asked.input(),
                                asked.model(),
                                asked.market(),
                                asked.currency(),
                                Fixed18.up(came.initial()),
                                Fixed18.up(came.maintenance()),
                                Fixed18.down(came.equity()),
                                Fixed18.down(came.excessInitial()),
                                Fixed18.down(came.excessMaintenance())));
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
