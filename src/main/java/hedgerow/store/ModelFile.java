package hedgerow.store;

/// A model file that has been found.
///
/// @param name the file's name
/// @param bytes its content; kept, not copied
record ModelFile(String name, byte[] bytes) {}
