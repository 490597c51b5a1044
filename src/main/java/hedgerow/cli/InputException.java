package hedgerow.cli;

/// Ends a command because its arguments or files cannot be used.
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
