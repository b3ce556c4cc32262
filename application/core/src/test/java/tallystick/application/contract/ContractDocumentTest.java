package tallystick.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tallystick.application.contract.Paper.Cell;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;

/** Contracts that can be read in Chinese and in English, and whose bytes can be made again. */
class ContractDocumentTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static byte[] paper(String text) throws IOException {
        try (var paper = new Paper()) {
            for (var line = 0; line < 70; line++) {
                paper.line(Cell.from(60, text), Cell.until(535, "4079.17"));
            }
            return paper.bytes(ID);
        }
    }

    private static String read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void chineseIsWrittenInLettersThatTravelWithIt() throws IOException {
        assertThat(read(paper("贷款合同 Loan contract"))).contains("贷款合同 Loan contract", "4079.17");
    }

    @Test
    void aLetterThatTheFontLacksIsAStar() throws IOException {
        assertThat(read(paper("Li \uD840\uDC00 \u0007"))).contains("Li * *");
    }

    @Test
    void theSameWordsGiveTheSameBytes() throws IOException {
        assertThat(paper("贷款合同")).isEqualTo(paper("贷款合同")).hasSizeLessThan(60_000);
    }

    @Test
    void eachMarketHasItsWords() {
        assertThat(Words.in(java.util.List.of("zh", "en")).of("amount")).isEqualTo("贷款金额 Amount");
        assertThat(Words.in(java.util.List.of("en")).of("amount")).isEqualTo("Amount");
        assertThat(Words.in(java.util.List.of("en")).of("unheard")).isEqualTo("unheard");
    }

    @Test
    void whatLateRowsCostIsInTheContract() {
        var json = """
            {"principal":{"amount":"12000.00","currency":"CNY"},"annualRate":"0.12","method":"DECLINING",
             "amortization":"EQUAL_INSTALLMENTS","interestPeriod":"DAILY","dayCount":"ACT/365","every":"P1M","count":3,
             "firstDueDate":"2026-02-01","disbursements":[],
             "penalty":{"annualRate":"0.18","on":"OVERDUE_PRINCIPAL","graceDays":3},
             "lateFee":{"fraction":"0.05","graceDays":5,"perRow":{"amount":"90.00","currency":"CNY"},
                        "perLoan":{"amount":"200.00","currency":"CNY"}}}
            """;
        assertThat(WhenLate.of(WebJson.get().readValue(json, Terms.class)))
                .containsExactly(
                        new WhenLate.Line("penalty", "18 %, > 3"),
                        new WhenLate.Line("lateFee", "5 %, > 5"),
                        new WhenLate.Line("perRow", "CNY 90.00"),
                        new WhenLate.Line("perLoan", "CNY 200.00"));
    }
}
