package hedgerow.store.span;

import hedgerow.store.Faults;

/// A field of a line that has gone by, for faults that are only found later.
///
/// @param line the line, counted from one
/// @param field the field
/// @param value what stood there
record Place(int line, Field field, String value) {
    static Place of(Line line, Field field) {
        return new Place(line.number(), field, line.text(field));
    }

    void fault(Faults faults, String allowed) {
        faults.add("line %d, %s".formatted(line, field.place()), value, allowed);
    }
}
