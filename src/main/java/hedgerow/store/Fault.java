package hedgerow.store;

import java.util.Optional;

/// One thing that is wrong with what a caller sent.
///
/// @param pointer where: a JSON pointer such as `/underlyings/0/spot`, empty for the body as a
///   whole; in a text file the line and the column, such as `line 12, column strike`
/// @param value what was sent, cut to a readable length; empty where nothing was
/// @param allowed what is allowed there, in words
public record Fault(String pointer, Optional<String> value, String allowed) {
    private static final int LONGEST = 80;

    public Fault {
        value = value.map(Fault::cut);
    }

    /// A fault in a value that was sent.
    public static Fault of(String pointer, String value, String allowed) {
        return new Fault(pointer, Optional.of(value), allowed);
    }

    /// A fault that nothing was sent.
    public static Fault missing(String pointer, String allowed) {
        return new Fault(pointer, Optional.empty(), allowed);
    }

    /// The text, cut to a readable length.
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
