package hedgerow.portfolio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// A SHA-256 over a sequence of values, the same on every machine.
///
/// Each value is written with its length or in a fixed width, so that no two different sequences
/// give the same bytes. Zero and minus zero count as one value.
public final class Fingerprint {
    private static final int ROOM = 4096;

    private final MessageDigest digest;

    /// What the digest takes next, many values at a time.
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /// An empty fingerprint.
    public static Fingerprint start() {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds a text.
    public Fingerprint put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putLong(bytes.length);
        if (bytes.length > buffer.remaining()) flush();
        if (bytes.length > buffer.capacity()) {
            digest.update(bytes);
        } else {
            buffer.put(bytes);
        }
        return this;
    }

    /// Adds one of a few, as the byte of its place among them.
    public Fingerprint put(Enum<?> one) {
        if (!buffer.hasRemaining()) flush();
        buffer.put((byte) one.ordinal());
        return this;
    }

    /// Adds a number by its bits.
    public Fingerprint put(double value) {
        return putLong(Double.doubleToLongBits(value + 0.0));
    }

    /// Adds an instant.
    public Fingerprint put(Instant instant) {
        return putLong(instant.getEpochSecond()).putLong(instant.getNano());
    }

    /// Adds a whole number.
    public Fingerprint putLong(long value) {
        if (Long.BYTES > buffer.remaining()) flush();
        buffer.putLong(value);
        return this;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /// The digest as 64 hexadecimal digits; ends this fingerprint.
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
