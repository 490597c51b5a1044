package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.Series;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/// Writes risk parameters as an XML file (`.spn`, file format 4.00).
///
/// [SpnReader] reads the same parameters back, every figure in full. Extreme moves by contract,
/// correlations, strategy spreads and look-aheads that differ from series to series have no place
/// in the format and are refused.
public final class SpnWriter {
    private final RiskParameters parameters;
    private final Contracts contracts;
    private final Xml xml;
    private final double lookAheadYears;

    private SpnWriter(RiskParameters parameters, Xml xml) {
        this.parameters = parameters;
        this.contracts = parameters.contracts();
        this.xml = xml;
        this.lookAheadYears = lookAhead();
    }

    /// Writes parameters; the caller closes the stream.
    ///
    /// @throws Unwritable where the format cannot hold them
    /// @throws IOException where the stream fails
    public static void write(RiskParameters parameters, OutputStream out) throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        new SpnWriter(parameters, new Xml(writer)).write();
        writer.flush();
    }

    private double lookAhead() {
        double[] all =
                contracts.series().stream()
                        .flatMap(s -> s.calculation().stream())
                        .mapToDouble(Series.Calculation::lookAheadYears)
                        .distinct()
                        .toArray();
        if (all.length > 1) {
            throw new Unwritable("look-ahead", all[0] + " and " + all[1], "the same everywhere");
        }
        return all.length == 0 ? 0 : all[0];
    }

    private void write() throws IOException {
        Publication publication = parameters.publication();
        xml.start("spanFile").leaf("fileFormat", "4.00").start("pointInTime");
        xml.leaf("date", DateTimeFormatter.BASIC_ISO_DATE.format(publication.businessDate()))
                .flag("isSetl", publication.session() == Publication.Session.SETTLEMENT)
                .leaf("setlQualifier", publication.qualifier())
                .start("clearingOrg")
                .leaf("ec", publication.organisation())
                .leaf("name", publication.organisation())
                .flag("capAnov", publication.isOptionValueCapped())
                .leaf("lookAheadYears", lookAheadYears);
        for (Conversion conversion : parameters.conversions()) conversion(conversion);
        rates(publication.requirement() == Publication.Requirement.MAINTENANCE);
        FamilyXml families = new FamilyXml(contracts, xml, baseRate());
        CommodityXml commodities = new CommodityXml(xml, families.ids());
        if (parameters.points().isPresent()) {
            commodities.points(parameters.points().get(), baseRate());
        }
        families.write();
        for (CombinedCommodity commodity : parameters.commodities().values()) {
            commodities.write(commodity);
        }
        commodities.spreads(parameters.spreads());
        xml.end().end().end();
    }

    private void conversion(Conversion conversion) throws IOException {
        xml.start("curConv")
                .leaf("fromCur", conversion.from())
                .leaf("toCur", conversion.to())
                .leaf("factor", conversion.rate())
                .end();
    }

    /// Rates for maintenance and for initial margin of each kind of account.
    private void rates(boolean isMaintenance) throws IOException {
        for (AccountType type : AccountType.values()) {
            for (boolean maintenance : new boolean[] {true, false}) {
                if (maintenance && !isMaintenance) continue;
                xml.start("pbRateDef")
                        .leaf("r", CommodityXml.rate(type, maintenance))
                        .flag("isCust", type != AccountType.MEMBER)
                        .leaf("acctType", type.name().substring(0, 1))
                        .flag("isM", maintenance)
                        .leaf("pbc", "CORE")
                        .end();
            }
        }
    }

    private int baseRate() {
        boolean isMaintenance =
                parameters.publication().requirement() == Publication.Requirement.MAINTENANCE;
        return CommodityXml.rate(AccountType.MEMBER, isMaintenance);
    }
}
