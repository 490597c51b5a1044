package hedgerow.margin;

/// The parts of a combined commodity's requirement, as they are reported; all are added.
enum SpanPart {
    SCAN("scan risk", true),
    INTRA("intracommodity spread charge", true),
    SPOT("delivery charge", true),
    INTER("intercommodity credit", true),
    CLEARING("interexchange credit", true),
    MINIMUM("up to the short option minimum", true),
    ORDERS("open orders at their worst", true),
    ROUNDING("rounding", false),
    OPTION_VALUE("net option value", false);

    final String words;

    /// Whether the adjustment factor and the initial ratio are put on it.
    final boolean isInside;

    SpanPart(String words, boolean isInside) {
        this.words = words;
        this.isInside = isInside;
    }
}
