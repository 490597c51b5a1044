package hedgerow.store;

/// One thing that is wrong in a model file.
///
/// @param file the file's name
/// @param line the line, counted from one
/// @param field where in the file, such as `grid.scenarios[2].weight`; empty for the whole file
/// @param message what is allowed, and what the file says
public record ModelFault(String file, int line, String field, String message) {
    /// The fault in one line, such as `delta@1.yaml:12: factors.initial must be a number from 0 to
    /// 1000, was -1`.
    public String text() {
        String subject = field.isEmpty() ? "" : field + " ";
        return file + ":" + line + ": " + subject + message;
    }
}
