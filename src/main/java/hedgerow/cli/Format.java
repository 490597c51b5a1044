package hedgerow.cli;

import java.util.Locale;

/// How answers are printed.
enum Format {
    /// Sentences and aligned tables, for people.
    TABLE,
    /// The answer of the service, indented.
    JSON,
    /// The answer of the service, on one line.
    NDJSON,
    /// One row a leg, model, point or account, by RFC 4180.
    CSV,
    /// What `TABLE` shows, as Markdown.
    MD;

    /// The word by which it is asked for.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether programs read it, so that problems are told as JSON too.
    boolean isJson() {
        return this == JSON || this == NDJSON;
    }

    /// Whether people read it.
    boolean isProse() {
        return this == TABLE || this == MD;
    }
}
