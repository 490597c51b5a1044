package hedgerow.api.problem;

/// The kinds of problem, each with the HTTP status that it is answered with.
public enum ProblemType {
    /// The body is not JSON, or a field in it is missing, unknown, twice there, of another type or
    /// out of range.
    INVALID_REQUEST("invalid-request", 400, "The request is malformed"),
    /// No model of this name.
    UNKNOWN_MODEL("unknown-model", 404, "There is no such model"),
    /// No loaded snapshot of this id.
    UNKNOWN_MARKET("unknown-market", 404, "There is no such market snapshot"),
    /// Nothing at this path.
    NOT_FOUND("not-found", 404, "There is nothing at this path"),
    /// The path does not answer this method.
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The path does not answer this method"),
    /// None of the accepted media types can be given.
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in an accepted media type"),
    /// An id that already names something else.
    CONFLICT("conflict", 409, "The id is taken"),
    /// The body, or a list in it, is larger than allowed.
    TOO_LARGE("too-large", 413, "The request is over a limit"),
    /// A body of this media type is not read here.
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not read here"),
    /// The request was understood, and cannot be answered.
    REFUSED("refused", 422, "The request was understood, and is refused"),
    /// The service failed; nothing is wrong with the request.
    INTERNAL("internal", 500, "The service failed"),
    /// As many requests are being computed as are taken at once.
    BUSY("busy", 503, "The service is full");

    private final String name;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    /// The type as a relative URI, such as `/problems/invalid-request`.
    public String uri() {
        return "/problems/" + name;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The kind in words; the same in every problem of this kind.
    public String title() {
        return title;
    }
}
