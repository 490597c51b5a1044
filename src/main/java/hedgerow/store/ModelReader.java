package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ModelInfo.Status;
import hedgerow.margin.Scope;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Settlement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a margin model from the bytes of its YAML file.
///
/// Every fault of the file is told at once, each with the file, its line and field. The fields are
/// those of `docs/reference/models.md`.
public final class ModelReader {
    /// The most bytes in a model file.
    public static final int MOST_BYTES = 1 << 20;

    /// Every shape that a model may have, by the word in its file, with what reads its own fields.
    static final Map<String, Shape> SHAPES =
            Map.of(
                    "composed", ComposedModelReader::read,
                    "history", alone(HistoryModelReader::read),
                    "scan", alone(ScanModelReader::read),
                    "span", alone(SpanModelReader::read));

    /// Makes a model of what all models state and of the fields of one shape.
    interface Shape {
        /// The model; empty where there is a fault in a part of it.
        Optional<MarginModel> read(
                ModelInfo info, CollateralRule collateral, YamlFields fields, Parts known);
    }

    /// Makes a model that needs no other.
    private interface Alone {
        MarginModel read(ModelInfo info, CollateralRule collateral, YamlFields fields);
    }

    private static Shape alone(Alone shape) {
        return (info, collateral, fields, _) -> Optional.of(shape.read(info, collateral, fields));
    }

    private static final NumberRange ASSETS = new NumberRange(1, true, 1_000_000);
    private static final String DATE_WORDS = "a date such as 2026-01-01";

    private final String file;
    private final String hash;
    private final LineFaults faults;
    private final Parts known;

    private ModelReader(String file, String hash, LineFaults faults, Parts known) {
        this.known = known;
        this.file = file;
        this.hash = hash;
        this.faults = faults;
    }

    /// The model in a file.
    ///
    /// @param file the file's name, `<id>@<version>.yaml`
    /// @param bytes its content in UTF-8; line ends of any kind
    public static Reading<StoredModel> read(String file, byte[] bytes) {
        return read(file, bytes, Parts.NONE);
    }

    /// The model in a file, which may be composed of others.
    static Reading<StoredModel> read(String file, byte[] bytes, Parts known) {
        LineFaults faults = new LineFaults(file);
        Optional<StoredModel> model =
                text(bytes, faults)
                        .flatMap(text ->
                                new ModelReader(file, hash(text), faults, known).model(text));
        return faults.count() > 0
                ? new Reading.Refused<>(faults.byLine())
                : new Reading.Value<>(model.orElseThrow(), List.of());
    }

    private static Optional<String> text(byte[] bytes, LineFaults faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(1, "", Optional.of("more"), "at most " + MOST_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            faults.add(1, "", Optional.of("other bytes"), "UTF-8");
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<StoredModel> model(String text) {
        Optional<ModelName> name = ModelName.ofFile(file);
        if (name.isEmpty()) {
            faults.add(1, "", Optional.of(file), "a file named <id>@<version>.yaml");
        }
        Optional<YamlValue> root = YamlDocument.read(text, faults);
        return root.flatMap(r -> r.as(fields -> model(fields, name)))
                .flatMap(model -> model)
                .map(model -> new StoredModel(model, file, root.orElseThrow().tree()));
    }

    private Optional<MarginModel> model(YamlFields fields, Optional<ModelName> name) {
        ModelInfo info = info(fields, name);
        CollateralRule collateral = CollateralReader.read(fields.get("collateral"));
        Optional<Shape> shape = fields.get("shape").choice(SHAPES);
        if (shape.isEmpty()) fields.leaveOthers();
        return shape.flatMap(s -> s.read(info, collateral, fields, known));
    }

    private ModelInfo info(YamlFields fields, Optional<ModelName> name) {
        String id = part(fields.get("id"), ModelName.ID, name.map(ModelName::id));
        String version =
                part(fields.get("version"), ModelName.VERSION, name.map(ModelName::version));
        date(fields.get("date"));
        String title = fields.get("title").text();
        Status status = fields.get("status").word(Status.class).orElse(Status.OWN);
        YamlValue sources = fields.get("sources");
        List<YamlValue> named = status == Status.OWN ? sources.list() : sources.filledList();
        List<String> gaps =
                status == Status.PARTIAL ? texts(fields.get("gaps").filledList()) : List.of();
        return new ModelInfo(
                id,
                version,
                title,
                status,
                texts(named),
                gaps,
                scope(fields),
                mostAssets(fields),
                hash);
    }

    private static OptionalInt mostAssets(YamlFields fields) {
        Optional<YamlValue> most = fields.find("mostAssets");
        if (most.isEmpty()) return OptionalInt.empty();
        double number = most.get().number(ASSETS);
        if (number != Math.rint(number)) most.get().refuse("a whole number");
        return OptionalInt.of((int) number);
    }

    private static Scope scope(YamlFields fields) {
        List<YamlValue> underlyings =
                fields.find("underlyings").map(YamlValue::filledList).orElse(List.of());
        return new Scope(
                Set.copyOf(texts(underlyings)),
                fields.find("instruments").map(ModelReader::covered).orElse(Scope.ALL.kinds()),
                fields.find("settlement").flatMap(s -> s.word(Settlement.class)));
    }

    /// Kinds of instrument, a list with something in it.
    static Set<Kind> kinds(YamlValue kinds) {
        return kinds(kinds.filledList());
    }

    private static Set<Kind> covered(YamlValue kinds) {
        return kinds(kinds.list());
    }

    private static Set<Kind> kinds(List<YamlValue> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.word(Kind.class).stream())
                .collect(Collectors.toSet());
    }

    /// Part of the model's name, held to its form and to the file's name.
    private static String part(YamlValue value, ModelName.Form form, Optional<String> inFileName) {
        Optional<String> text = value.scalar().filter(form::fits);
        if (text.isEmpty()) {
            value.refuse(form.words());
        } else if (inFileName.isPresent() && !text.equals(inFileName)) {
            value.refuse(inFileName.get() + ", as in the file's name");
        }
        return text.orElse("-");
    }

    private static void date(YamlValue date) {
        try {
            date.scalar().ifPresentOrElse(LocalDate::parse, () -> date.refuse(DATE_WORDS));
        } catch (DateTimeParseException e) {
            date.refuse(DATE_WORDS);
        }
    }

    private static List<String> texts(List<YamlValue> items) {
        return items.stream().map(YamlValue::text).toList();
    }
}
