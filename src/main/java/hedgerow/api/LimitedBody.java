package hedgerow.api;

import hedgerow.api.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A request body that is read as it comes, up to a number of bytes.
final class LimitedBody extends FilterInputStream {
    private final int most;
    private long read;

    LimitedBody(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        if (some > 0) count(some);
        return some;
    }

    private void count(int more) {
        read += more;
        if (read > most) throw new ProblemException(Body.tooLarge(most));
    }
}
