package hedgerow.store.span;

/// A field of a positional record.
///
/// @param name what it holds
/// @param from its first column, counted from one
/// @param to its last column
/// @param decimals digits after an unwritten point
record Field(String name, int from, int to, int decimals) {
    static Field of(String name, int from, int to) {
        return new Field(name, from, to, 0);
    }

    static Field at(String name, int column) {
        return of(name, column, column);
    }

    static Field decimal(String name, int from, int to, int decimals) {
        return new Field(name, from, to, decimals);
    }

    /// The same field further to the right, as the n-th of its kind.
    Field repeated(int number, int by) {
        return new Field(name + " " + number, from + by, to + by, decimals);
    }

    int length() {
        return to - from + 1;
    }

    /// Where it stands, in words.
    String place() {
        return from == to
                ? "column " + from + " (" + name + ")"
                : "columns " + from + "-" + to + " (" + name + ")";
    }
}
