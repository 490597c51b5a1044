package hedgerow.store.span;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Risk-parameter files with a number of contracts, written line by line and without any of the
/// readers' or writers' code.
///
/// A file has commodities of one future and a number of option expiries each; every figure follows
/// from the contract's place, so that a reader's result can be checked contract by contract.
public final class GeneratedFiles {
    /// Contracts of one commodity: a future, and calls and puts of 4 expiries and 125 strikes.
    public static final int PER_COMMODITY = 1_001;

    private static final int STRIKES = 125;
    private static final int EXPIRIES = 4;

    private GeneratedFiles() {}

    /// The loss of a contract in a scenario, both counted from zero.
    public static int loss(int contract, int scenario) {
        int mixed = contract * 31 + scenario * 7_919;
        return mixed % 99_999 * ((contract + scenario) % 3 == 0 ? -1 : 1);
    }

    /// Writes a positional file.
    ///
    /// @return how many contracts it has: the least number of whole commodities that is not below
    public static int pa2(int contracts, OutputStream out) throws IOException {
        PrintStream lines = lines(out);
        lines.print("0 GEN   20260102SF                 U2 N" + " ".repeat(35) + "M\n");
        lines.print("1 XYZ\n");
        lines.print("T EUR USD 0001080000\n");
        int commodities = commodities(contracts);
        for (int c = 0; c < commodities; c++) definitions(lines, code(c));
        int contract = 0;
        for (int c = 0; c < commodities; c++) contract = arrays(lines, code(c), contract);
        for (int c = 0; c + 1 < commodities; c += 2) {
            lines.printf(
                    Locale.ROOT,
                    "6 ALL%04d0500000XYZ%-7s0010000AXYZ%-7s0010000B%36s01%n".replace("%n", "\n"),
                    c / 2 % 10_000,
                    "N" + code(c),
                    "N" + code(c + 1),
                    "");
        }
        lines.flush();
        return contract;
    }

    private static PrintStream lines(OutputStream out) {
        return new PrintStream(
                new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.ISO_8859_1);
    }

    private static int commodities(int contracts) {
        return (contracts + PER_COMMODITY - 1) / PER_COMMODITY;
    }

    private static String code(int commodity) {
        return "K%04d".formatted(commodity);
    }

    private static void definitions(PrintStream lines, String code) {
        price(lines, code, "FUT", "FUT");
        price(lines, code, "OOF", "EQTY");
        String pad = " ".repeat(10 - code.length());
        lines.print("2 XYZ " + code + " 0USD$PN   " + code + pad + "FUT   " + code + pad + "OOF\n");
        lines.print("S " + code + " 0100" + " ".repeat(70) + "2\n");
        lines.print("3 " + code + " 1001202603202603022026042026" + "12\n");
        lines.print("C " + code + " 10010200005000101" + "01A020201B\n");
        lines.print("4 " + code + " 01" + " ".repeat(52) + "0000050100100100" + "2\n");
        calculation(lines, code, "FUT", "202603", "      ");
        for (int e = 0; e < EXPIRIES; e++) {
            calculation(lines, code, "OOF", "202603", "2026" + "%02d".formatted(3 + e));
        }
    }

    private static void price(PrintStream lines, String code, String type, String valuation) {
        String name = "GENERATED " + code;
        lines.printf(
                Locale.ROOT,
                "P XYZ%-10s%s%-15s002002  000010000000000000000001USD$STD 00AMER%-35sYF%-5sDELIV\n",
                code,
                type,
                name,
                name,
                valuation);
    }

    private static void calculation(
            PrintStream lines, String code, String type, String month, String optionMonth) {
        lines.printf(
                Locale.ROOT,
                "B XYZ%-10s%s%s   %s   %s%s%s%s%s%s%s%s%s%s%-10s%-2s%s%n".replace("%n", "\n"),
                code,
                type,
                month,
                optionMonth,
                "00200000",
                "04000000",
                "01200",
                "03000",
                "03300",
                "00400",
                "0200000",
                "000000",
                "010000",
                "20260320",
                code,
                type.equals("OOF") ? "W" : "",
                "00000000");
    }

    private static int arrays(PrintStream lines, String code, int from) {
        int contract = from;
        pair(lines, code, "FUT 202603            ", 0, contract++);
        for (int e = 0; e < EXPIRIES; e++) {
            String month = "2026%02d".formatted(3 + e);
            for (String right : new String[] {"C", "P"}) {
                for (int k = 0; k < STRIKES; k++) {
                    pair(
                            lines,
                            code,
                            "OOF" + right + "202603   " + month + "   ",
                            5_000 + 50 * k,
                            contract++);
                }
            }
        }
        return contract;
    }

    private static void pair(
            PrintStream lines, String code, String series, int strike, int contract) {
        String pad = " ".repeat(10 - code.length());
        StringBuilder line = new StringBuilder(130);
        String head = "XYZ" + code + pad + code + pad + series;
        line.append("81").append(head);
        digits(line, strike, 7);
        for (int s = 0; s < 9; s++) value(line, loss(contract, s));
        digits(line, 10_000 + contract % 1_000, 14);
        line.append("N\n82").append(head);
        digits(line, strike, 7);
        for (int s = 9; s < 16; s++) value(line, loss(contract, s));
        digits(line, contract % 10_000, 5);
        line.append(contract % 2 == 0 ? "+" : "-");
        digits(line, series.startsWith("F") ? 0 : 200_000 + contract % 1_000, 8);
        digits(line, 10_000 + contract % 1_000, 7);
        line.append("++\n");
        lines.append(line);
    }

    private static void value(StringBuilder line, int value) {
        digits(line, Math.abs(value), 5);
        line.append(value < 0 ? '-' : '+');
    }

    private static void digits(StringBuilder line, int value, int length) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < length; i++) line.append('0');
        line.append(digits);
    }

    /// Writes an XML file of the same contracts.
    ///
    /// @return how many contracts it has
    public static int spn(int contracts, OutputStream out) throws IOException {
        PrintStream lines = lines(out);
        lines.print("<?xml version=\"1.0\"?>\n<spanFile><fileFormat>4.00</fileFormat>\n");
        lines.print("<pointInTime><date>20260102</date><isSetl>1</isSetl>\n");
        lines.print("<clearingOrg><ec>GEN</ec><name>GEN</name><finalizeMeth>BY</finalizeMeth>\n");
        lines.print("<capAnov>0</capAnov><exchange><exch>XYZ</exch>\n");
        int commodities = commodities(contracts);
        int contract = 0;
        for (int c = 0; c < commodities; c++) {
            contract = families(lines, code(c), 2 * c, contract);
        }
        lines.print("</exchange>\n");
        for (int c = 0; c < commodities; c++) {
            lines.printf(
                    "<ccDef><cc>%s</cc><currency>USD</currency>%s%s</ccDef>\n",
                    code(c), link(2 * c), link(2 * c + 1));
        }
        lines.print("</clearingOrg></pointInTime></spanFile>\n");
        lines.flush();
        return contract;
    }

    private static String link(int family) {
        return "<pfLink><exch>XYZ</exch><pfId>" + family + "</pfId><sc>1</sc></pfLink>";
    }

    private static int families(PrintStream lines, String code, int family, int from) {
        int contract = from;
        lines.printf(
                "<futPf><pfId>%d</pfId><pfCode>%s</pfCode><currency>USD</currency><cvf>100</cvf>"
                        + "<valueMeth>FUT</valueMeth>\n<fut><cId>1</cId><pe>202603</pe>",
                family, code);
        figures(lines, contract++);
        lines.print("</fut></futPf>\n");
        lines.printf(
                "<oofPf><pfId>%d</pfId><pfCode>%s</pfCode><exercise>AMER</exercise>"
                        + "<currency>USD</currency><cvf>100</cvf><cab>0</cab>"
                        + "<valueMeth>EQTY</valueMeth><priceModel>W</priceModel>\n",
                family + 1, code);
        for (int e = 0; e < EXPIRIES; e++) {
            lines.printf(
                    "<series><pe>2026%02d</pe><sc>1</sc><undC><exch>XYZ</exch><pfId>%d</pfId>"
                            + "<cId>1</cId><s>A</s><i>1</i></undC>\n",
                    3 + e, family);
            for (String right : new String[] {"C", "P"}) {
                for (int k = 0; k < STRIKES; k++) {
                    lines.append("<opt><cId>").append(String.valueOf(contract)).append("</cId><o>");
                    lines.append(right).append("</o><k>");
                    lines.append(String.valueOf(50 + k / 2.0)).append("</k>");
                    figures(lines, contract++);
                    lines.append("</opt>\n");
                }
            }
            lines.print("</series>\n");
        }
        lines.print("</oofPf>\n");
        return contract;
    }

    private static void figures(PrintStream lines, int contract) {
        StringBuilder text = new StringBuilder(300);
        text.append("<p>").append(100 + contract % 1_000 / 100.0).append("</p><ra><r>1</r>");
        for (int s = 0; s < 16; s++) text.append("<a>").append(loss(contract, s)).append("</a>");
        text.append("<d>").append(contract % 10_000 / 1e4).append("</d></ra>");
        lines.append(text);
    }
}
