package hedgerow.store;

import hedgerow.margin.ModelInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The id and version of a model, such as `crypto-grid` and `1.10`; in order of id, then version.
///
/// Versions are dotted numbers: `1.9` comes before `1.10`, and `1` is the same as `1.0`.
///
/// @param id small letters and digits, in words joined by `-`
/// @param version dotted numbers without leading zeros
record ModelName(String id, String version) implements Comparable<ModelName> {
    /// What an id may be.
    static final Form ID =
            new Form(
                    Pattern.compile("[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,7}"),
                    "small letters and digits in words joined by -");

    /// What a version may be.
    static final Form VERSION =
            new Form(
                    Pattern.compile("(?:0|[1-9][0-9]{0,8})(?:\\.(?:0|[1-9][0-9]{0,8})){0,3}"),
                    "up to four dotted numbers without leading zeros, such as 1 or 2026.1");

    private static final String LAST_VERSION = "999999999.999999999.999999999.999999999";
    private static final String EXTENSION = ".yaml";
    private static final Comparator<ModelName> ORDER =
            Comparator.comparing(ModelName::id).thenComparing(ModelName::numbers, Arrays::compare);

    /// The form of a part of a name.
    ///
    /// @param pattern what fits it
    /// @param words the same in words
    record Form(Pattern pattern, String words) {
        boolean fits(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /// The name that `text` writes as `<id>@<version>`; empty where it writes none.
    static Optional<ModelName> parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) return Optional.empty();
        ModelName name = new ModelName(text.substring(0, at), text.substring(at + 1));
        boolean proper = ID.fits(name.id) && VERSION.fits(name.version);
        return proper ? Optional.of(name) : Optional.empty();
    }

    /// The name in a file's name, `<id>@<version>.yaml`; empty where it holds none.
    static Optional<ModelName> ofFile(String file) {
        if (!file.endsWith(EXTENSION)) return Optional.empty();
        return parse(file.substring(0, file.length() - EXTENSION.length()));
    }

    static ModelName of(ModelInfo info) {
        return new ModelName(info.id(), info.version());
    }

    /// A name that comes after every version of `id` and before every other id.
    static ModelName last(String id) {
        return new ModelName(id, LAST_VERSION);
    }

    private int[] numbers() {
        int[] numbers = new int[4];
        String[] parts = version.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) numbers[i] = Integer.parseInt(parts[i]);
        return numbers;
    }

    @Override
    public int compareTo(ModelName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
