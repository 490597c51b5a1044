package hedgerow.api;

import hedgerow.api.body.Bounds;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The bytes of a request body.
final class Body {
    private Body() {}

    /// All bytes of a body.
    ///
    /// @throws ProblemException where there are more than allowed
    static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(Bounds.BODY_BYTES + 1);
            if (bytes.length > Bounds.BODY_BYTES)
                throw new ProblemException(tooLarge(Bounds.BODY_BYTES));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the request body cannot be read", e);
        }
    }

    /// The problem of a body that is too large.
    static Problem tooLarge(int bytes) {
        int megabytes = bytes / 1024 / 1024;
        String detail = "a body has at most " + megabytes + " MB; split the portfolio or the chain";
        return Problem.of(ProblemType.TOO_LARGE, detail);
    }
}
