package hedgerow.store;

import java.util.function.Function;

/// One of the kinds of thing that may stand at a place of a model file.
///
/// The list of kinds at a place is the one place where a new kind is entered.
///
/// @param word the field by which a file names the kind
/// @param type what is made of it
/// @param reader makes it of its fields
record YamlKind<T>(String word, Class<? extends T> type, Function<YamlFields, T> reader) {}
