package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines made for this test, with what their fields say under the names of the layout.
class RecordCasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 XYZ   20270104IC 1836202701041900U2YN | {"exchangeComplex": "XYZ", "businessDate": "20270104", "settlementFlag": "I", "fileIdentifier": "C", "limitOptionValue": "N"}
                    T EUREUSD$0001082500 | {"fromIso": "EUR", "toIso": "USD", "rate": 1.0825}
                    2 XYZ AB    1EUR$PY   A1        FUT   A2        OOF | {"code": "AB", "riskExponent": 1, "pbCurrency": "EUR", "limitOptionValue": "Y", "commodity2": "A2", "contractType2": "OOF"}
                    3 AB    100120270320270602202707202712                              100010501100 | {"tier2": 2, "start2": "202707", "end2": "202712", "ratioHedger": 1.05, "ratioSpeculator": 1.1}
                    S AB    200101202703202706                                                        3 | {"nTiers": 1, "tier1": 1, "wfprMethod": 3}
                    B XYZA1        FUT202703            0000000000000000012000300003300004000040000002700010000 | {"priceScanRange": 1200, "extremeMultiplier": 3, "extremeCoveredFraction": 0.33, "interestRate": 0.04, "timeToExpiry": 0.04, "lookAhead": 0.0027, "deltaScalingFactor": 1}
                    """)
    void figuresComeUnderTheLayoutsNames(String line, String expect) throws IOException {
        RecordCases.check(line, new ObjectMapper().readTree(expect));
    }

    @Test
    void aWrongFigureAndAnUnknownNameFail() {
        for (String expect : new String[] {"{\"rate\": 2}", "{\"colour\": \"red\"}"}) {
            assertThatThrownBy(() ->
                            RecordCases.check(
                                    "T EUREUSD$0001082500", new ObjectMapper().readTree(expect)))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
