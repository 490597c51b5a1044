package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.Publication.Requirement;
import hedgerow.market.clearing.Publication.Session;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Spread;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import hedgerow.store.Reading;
import hedgerow.store.span.CommodityElements.RateDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/// Risk-parameter files in XML (`.spn`, file format 4.00).
///
/// A file holds one business date of one clearing organisation. Where a file has rates of several
/// kinds of account, those of the least number that stands for maintenance are read. Document types
/// and entities are refused. Elements that carry nothing for margin are passed over; product
/// families of kinds that are not known are named in the notes. Anything else that is wrong refuses
/// the file, with the line, and the column where the element's tag ends; after as many faults as
/// are told, reading stops.
///
/// A filter of commodity codes leaves out all other families, and the combined commodities and
/// spreads that have nothing left.
///
/// Source: CME Group, schema of SPAN XML files.
public final class SpnReader {
    private static final String MESSAGE = "Message: ";

    private final Faults faults = new Faults();
    private final RiskParametersBuilder builder = new RiskParametersBuilder();
    private final CommodityElements commodities = new CommodityElements(faults);
    private final Map<String, ProductFamily.Key> families = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<Integer, RateDefinition> rates = new TreeMap<>();
    private final Map<String, Integer> passed = new TreeMap<>();
    private final List<Element> before = new ArrayList<>();
    private final List<Element> after = new ArrayList<>();
    private final List<Element> clearing = new ArrayList<>();
    private final List<Element> definitions = new ArrayList<>();
    private final Predicate<String> wanted;
    private final boolean isFiltered;
    private final List<Element> heading = new ArrayList<>();
    private Optional<Element> organisation = Optional.empty();
    private Optional<FamilyElement.Context> context = Optional.empty();
    private boolean hasPoint;
    private int leftOut;

    /// That there are too many faults to go on.
    private static final class Enough extends XMLStreamException {
        private static final long serialVersionUID = 1;
    }

    private SpnReader(Predicate<String> wanted, boolean isFiltered) {
        this.wanted = wanted;
        this.isFiltered = isFiltered;
    }

    /// Reads a file; the caller closes the stream.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public static Reading<RiskParameters> read(InputStream in) throws IOException {
        return new SpnReader(_ -> true, false).readAll(in);
    }

    /// Reads the commodities of a file whose codes pass a filter; the caller closes the stream.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public static Reading<RiskParameters> read(InputStream in, Predicate<String> commodities)
            throws IOException {
        return new SpnReader(commodities, true).readAll(in);
    }

    private Reading<RiskParameters> readAll(InputStream in) throws IOException {
        try {
            Elements xml = new Elements(in, faults);
            String root = xml.root();
            if (root.equals("spanFile")) {
                xml.each(name -> top(xml, name));
                xml.end();
            } else {
                xml.here().fault("an element spanFile");
            }
        } catch (Enough e) {
            faults.add(Fault.missing("", "fewer faults; reading stopped"));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException failed && !isOfXml(failed)) {
                throw failed;
            }
            faults.add(broken(e));
        }
        if (faults.isEmpty()) finish();
        Optional<RiskParameters> read = faults.isEmpty() ? build() : Optional.empty();
        return read.isPresent()
                ? new Reading.Value<>(read.get(), notes())
                : new Reading.Refused<>(faults.list());
    }

    /// Whether bytes are at fault, and not the stream.
    private static boolean isOfXml(IOException e) {
        return e instanceof CharacterCodingException;
    }

    private static Fault broken(XMLStreamException e) {
        String reason = String.valueOf(e.getMessage());
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
        String message = reason.substring(Math.max(0, reason.indexOf(MESSAGE)));
        return Fault.missing(
                "line %d, column %d".formatted(line, column),
                "sound XML without document type and entities: "
                        + message.replace(MESSAGE, "").replaceAll("\\s+", " ").strip());
    }

    private void top(Elements xml, String name) throws XMLStreamException {
        switch (name) {
            case "pointInTime" -> {
                if (hasPoint) xml.here().fault("one pointInTime");
                hasPoint = true;
                xml.each(child -> point(xml, child));
            }
            case "definitions", "portfolio" -> pass(xml, name);
            default -> leaf(xml);
        }
    }

    private void point(Elements xml, String name) throws XMLStreamException {
        switch (name) {
            case "clearingOrg" -> {
                Element element = xml.here();
                if (organisation.isPresent()) element.fault("one clearingOrg");
                organisation = Optional.of(element);
                xml.each(child -> organisation(xml, element, child));
            }
            case "date", "isSetl", "setlQualifier" -> heading.add(xml.read());
            case "portfolio" -> pass(xml, name);
            default -> leaf(xml);
        }
    }

    private void pass(Elements xml, String name) throws XMLStreamException {
        if (!name.equals("definitions")) passed.merge(name, 1, Integer::sum);
        xml.skip();
    }

    private void organisation(Elements xml, Element element, String name)
            throws XMLStreamException {
        if (faults.isFull()) throw new Enough();
        switch (name) {
            case "curConv" -> conversion(xml.read());
            case "pbRateDef" -> rateDefinition(xml.read());
            case "pointDef" -> definitions.add(xml.read());
            case "ccDef" -> commodities.take(xml.read(), rates, rate());
            case "superSpreads" -> before.addAll(xml.read().children);
            case "interSpreads" -> after.addAll(xml.read().children);
            case "interClearSpreads" -> clearing.addAll(xml.read().children);
            case "superInterClearSpreads", "hvarMarginParams", "cdsMarginParams", "zeroCurve" ->
                    pass(xml, name);
            case "exchange" -> exchange(xml, element);
            default -> element.children.add(leaf(xml));
        }
    }

    /// An element that holds no others.
    private static Element leaf(Elements xml) throws XMLStreamException {
        Element element = xml.read();
        element.refuseAllBut(Set.of());
        if (!element.children.isEmpty()) element.faultUnknown();
        return element;
    }

    private void conversion(Element element) {
        double factor = element.requiredNumber("factor");
        String from = element.required("fromCur");
        String to = element.required("toCur");
        try {
            builder.conversion(new Conversion(from, to, factor));
        } catch (IllegalArgumentException e) {
            element.fault("a rate that can be: " + Line.reason(e));
        }
    }

    private void rateDefinition(Element element) {
        Optional<AccountType> type =
                switch (element.text("acctType")) {
                    case "M" -> Optional.of(AccountType.MEMBER);
                    case "H" -> Optional.of(AccountType.HEDGER);
                    case "S" -> Optional.of(AccountType.SPECULATOR);
                    case "N" -> Optional.of(AccountType.NORMAL);
                    case "O" -> Optional.of(AccountType.OMNIBUS);
                    default -> Optional.empty();
                };
        boolean isCore = !element.text("pbc").equals("RESRV");
        element.required("r");
        rates.putIfAbsent(
                element.whole("r", 0),
                new RateDefinition(isCore ? type : Optional.empty(), element.flag("isM")));
    }

    /// The number of the rates that are read.
    private int rate() {
        for (Map.Entry<Integer, RateDefinition> each : rates.entrySet()) {
            if (each.getValue().isMaintenance()) return each.getKey();
        }
        return rates.isEmpty() ? 1 : rates.keySet().iterator().next();
    }

    private FamilyElement.Context context(Element element) {
        if (context.isEmpty()) {
            double days = element.number("daysPerYear", 365);
            double ahead =
                    element.number("lookAheadYears", element.number("lookAheadDays", 0) / days);
            context = Optional.of(new FamilyElement.Context(builder, periods, ahead, rate()));
        }
        return context.get();
    }

    private void exchange(Elements xml, Element organisation) throws XMLStreamException {
        Element exchange = xml.here();
        xml.each(name -> {
            if (faults.isFull()) throw new Enough();
            Optional<Kind> kind = FamilyElement.kind(name);
            if (kind.isPresent()) {
                exchange.word("exch");
                FamilyElement.Context with = context(organisation);
                family(xml, new FamilyElement(with, xml.here(), kind.get(), exchange.text("exch")));
            } else if (name.endsWith("Pf")) {
                pass(xml, name);
            } else {
                exchange.children.add(leaf(xml));
            }
        });
    }

    private void family(Elements xml, FamilyElement family) throws XMLStreamException {
        xml.each(name -> {
            if (faults.isFull()) throw new Enough();
            boolean isContract = FamilyElement.CONTRACTS.contains(name) || name.equals("series");
            if (!isContract) {
                family.field(xml.read());
            } else if (isFiltered && !wanted.test(family.code())) {
                xml.skip();
            } else if (name.equals("series")) {
                series(xml, family);
            } else {
                family.contract(xml.read());
            }
        });
        if (isFiltered && !wanted.test(family.code())) {
            leftOut++;
            return;
        }
        Optional<ProductFamily> read = family.family();
        if (read.isPresent() && families.put(family.id(), read.get().key()) != null) {
            xml.here().fault("each pfId once");
        }
    }

    private void series(Elements xml, FamilyElement family) throws XMLStreamException {
        Element head = xml.here();
        OptionalInt[] place = {OptionalInt.empty()};
        boolean[] isTold = {false};
        xml.each(name -> {
            if (faults.isFull()) throw new Enough();
            Element child = xml.read();
            if (!name.equals("opt")) {
                if (isTold[0]) child.fault("before the options of its series");
                head.children.add(child);
                return;
            }
            if (!isTold[0]) place[0] = family.series(head);
            isTold[0] = true;
            place[0].ifPresent(at -> family.option(child, at));
        });
        if (!isTold[0]) family.series(head);
    }

    private void finish() {
        publication();
        PointElements.of(definitions, rate()).ifPresent(builder::points);
        int empty = commodities.tell(families, isFiltered, builder);
        if (empty > 0) passed.put("ccDef without a wanted family", empty);
        if (faults.isEmpty()) {
            builder.spreads(
                    new InterSpreads(
                            spreads(before, isFiltered),
                            spreads(after, isFiltered),
                            spreads(clearing, true)));
        }
    }

    /// The spreads; where some may be left out, without those that name what is not there.
    private List<Spread> spreads(List<Element> elements, boolean mayLack) {
        SpreadElements reader = new SpreadElements(rate(), commodities::hasInterTier);
        List<Spread> spreads = new ArrayList<>();
        for (Element element : elements) {
            Optional<Spread> read = reader.read(element, Method.REGULAR);
            if (read.isEmpty()) continue;
            Optional<String> missing =
                    read.get().commodities().stream().filter(c -> !commodities.has(c)).findFirst();
            if (missing.isEmpty()) {
                spreads.add(read.get());
            } else if (mayLack) {
                passed.merge("spreads with legs elsewhere", 1, Integer::sum);
            } else {
                element.fault("combined commodities of the file; there is no " + missing.get());
            }
        }
        return spreads;
    }

    private void publication() {
        if (organisation.isEmpty()) {
            faults.add(Fault.missing("line 1, column 1", "a clearingOrg in a pointInTime"));
            return;
        }
        Element at = organisation.get();
        Element dated = new Element("pointInTime", at.line, at.column, faults);
        dated.children.addAll(heading);
        String code = at.word("ec");
        dated.required("date");
        Optional<LocalDate> date = dated.date("date");
        if (date.isEmpty() || code.isEmpty() || !faults.isEmpty()) return;
        builder.publication(
                new Publication(
                        code,
                        date.get(),
                        dated.flag("isSetl") ? Session.SETTLEMENT : Session.INTRADAY,
                        dated.text("setlQualifier"),
                        isMaintenance() ? Requirement.MAINTENANCE : Requirement.INITIAL,
                        at.flag("capAnov")));
    }

    private boolean isMaintenance() {
        return rates.isEmpty() || rates.values().stream().anyMatch(RateDefinition::isMaintenance);
    }

    private Optional<RiskParameters> build() {
        try {
            return Optional.of(builder.build());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.missing("", "what fits together: " + Line.reason(e)));
            return Optional.empty();
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        passed.forEach((name, count) -> notes.add(count + " " + name + " are passed over"));
        if (leftOut > 0) notes.add(leftOut + " families do not pass the filter");
        int without = context.map(c -> c.withoutArray).orElse(0);
        if (without > 0) notes.add(without + " contracts without an array are passed over");
        return notes;
    }
}
