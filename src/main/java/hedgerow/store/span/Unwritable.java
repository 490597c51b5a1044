package hedgerow.store.span;

/// What a file format cannot hold.
public final class Unwritable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unwritable(String what, String value, String allowed) {
        super("%s must be %s in this format, was %s".formatted(what, allowed, value));
    }
}
