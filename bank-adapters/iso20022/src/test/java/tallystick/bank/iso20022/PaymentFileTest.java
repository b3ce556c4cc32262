package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Instruction;

/** What leaves, read back by another reader than ours. */
class PaymentFileTest {
    private static Document written(Payment... payments) throws Exception {
        var content = PaymentFile.of("bank", List.of(payments), Given.NOW).content(Given.ACCOUNT);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content));
    }

    private static String at(Document file, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, file);
    }

    @Test
    void payoutsAreCreditTransfersWithTheirSums() throws Exception {
        var refund = Payment.of(new Instruction.Refund(
                "instr-3", "loan-3", Amount.of("EUR", "0.01"), new Confidential(Given.IBAN), "B-1"));
        var file = written(Given.payment("instr-1", "12000.10"), Given.payment("instr-2", "0.20"), refund);
        assertThat(file.getDocumentElement().getAttribute("xmlns"))
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        assertThat(at(file, "//GrpHdr/NbOfTxs")).isEqualTo("3");
        assertThat(at(file, "//GrpHdr/CtrlSum")).isEqualTo("12000.31");
        assertThat(at(file, "//GrpHdr/CreDtTm")).isEqualTo("2026-01-05T02:03:04Z");
        assertThat(at(file, "count(//PmtInf)")).as("payouts, and refunds").isEqualTo("2");
        assertThat(at(file, "//PmtInf[1]/CtrlSum")).isEqualTo("12000.30");
        assertThat(at(file, "//PmtInf[1]/ReqdExctnDt/Dt")).isEqualTo("2026-01-05");
        assertThat(at(file, "//PmtInf[1]/DbtrAcct/Id/IBAN")).isEqualTo("DE89370400440532013000");
        assertThat(at(file, "//PmtInf[1]/DbtrAgt/FinInstnId/BICFI")).isEqualTo("SANDIE2D");
        assertThat(at(file, "//CdtTrfTxInf[1]/PmtId/EndToEndId")).isEqualTo("1");
        assertThat(at(file, "//CdtTrfTxInf[1]/Amt/InstdAmt/@Ccy")).isEqualTo("EUR");
        assertThat(at(file, "//CdtTrfTxInf[1]/Amt/InstdAmt")).isEqualTo("12000.10");
        assertThat(at(file, "//CdtTrfTxInf[1]/CdtrAcct/Id/IBAN")).isEqualTo(Given.IBAN);
        assertThat(at(file, "//CdtTrfTxInf[1]/RmtInf/Ustrd")).isEqualTo("loan-instr-1 CUSTOMER");
    }

    @Test
    void collectionsAreDirectDebitsUnderAMandate() throws Exception {
        var file = written(Payment.of(Given.collect("instr-1", "100.00")));
        assertThat(file.getDocumentElement().getAttribute("xmlns"))
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.008.001.08");
        assertThat(at(file, "//PmtInf/PmtMtd")).isEqualTo("DD");
        assertThat(at(file, "//PmtInf/ReqdColltnDt")).isEqualTo("2026-01-05");
        assertThat(at(file, "//CdtrSchmeId//Id/text()")).isEqualTo("IE11ZZZ123456");
        assertThat(at(file, "//MndtRltdInf/MndtId")).isEqualTo("instr-1");
        assertThat(at(file, "//DbtrAcct/Id/IBAN")).isEqualTo(Given.IBAN);
    }

    @Test
    void aRepeatHasTheSameIdAndTheSameBytes() {
        var one = PaymentFile.of("bank", List.of(Given.payment("instr-1", "1.00")), Given.NOW);
        var again = PaymentFile.of("bank", List.of(Given.payment("instr-1", "1.00")), Given.NOW);
        var other = PaymentFile.of("bank", List.of(Given.payment("instr-2", "1.00")), Given.NOW);
        assertThat(again.content(Given.ACCOUNT)).isEqualTo(one.content(Given.ACCOUNT));
        assertThat(other.messageId()).isNotEqualTo(one.messageId());
        assertThat(one.messageId()).hasSizeLessThanOrEqualTo(35);
        assertThat(one.blocks()).containsOnlyKeys(one.messageId() + ".1");
    }

    @Test
    void accountsThatAreNoIbanStandAsTheBanksOwn() throws Exception {
        var cny = new Instruction.PayOut(
                "instr-1", "loan-1", Amount.of("CNY", "5.00"), new Confidential("6222020200112233446"), "CUSTOMER");
        assertThat(at(written(Payment.of(cny)), "//CdtrAcct/Id/Othr/Id")).isEqualTo("6222020200112233446");
    }

    @Test
    void whatCannotStandInAFileIsRefusedWithoutItsAccount() {
        var wrong = new Instruction.PayOut(
                "instr-1", "loan-1", Amount.of("EUR", "5.00"), new Confidential("IE29AIBK93115212345679"), "x");
        assertThatThrownBy(() -> Payment.of(wrong))
                .hasMessage("Expected an IBAN with right check digits; found others.");
        assertThatThrownBy(() -> AccountNumber.of("no account!"))
                .hasMessage("Expected an IBAN or 4 to 34 letters and digits; found another account.");
        assertThatThrownBy(() -> Payment.of(Given.payOut("instr-1", "0.00")))
                .hasMessage("Expected an amount above zero; found another.");
        assertThatThrownBy(() -> Payment.of(new Instruction.Cancel("instr-1", "instr-0", Amount.of("EUR", "1.00"))))
                .hasMessage("Expected a payment or a debit; found another order.");
        assertThat(AccountNumber.of(Given.IBAN)).hasToString("(confidential)");
    }

    @Test
    void textIsWhatEveryBankCanPrint() {
        assertThat(Latin.of("Zoë Müller & Søn <b>", 70)).isEqualTo("Zoe Muller . S.n .b.");
        assertThat(Latin.of("//code/", 70)).isEqualTo("code");
        assertThat(Latin.of("贷款 loan", 70)).isEqualTo(".. loan");
        assertThat(Latin.of("x".repeat(200), 140)).hasSize(140);
    }

    @Test
    void idsFitInto35Characters() {
        assertThat(Names.endToEnd("instr-" + "a".repeat(32))).isEqualTo("a".repeat(32));
        assertThat(Names.endToEnd("instr-" + "a".repeat(50))).hasSize(29);
        assertThat(Names.endToEnd("instr-a_b"))
                .as("an underscore is not in the set")
                .startsWith("H");
    }

    @Test
    void amountsOfOtherDecimalsStayExact() {
        assertThat(PaymentFile.total(List.of(Given.payment("instr-1", "0.10"), Given.payment("instr-2", "0.20"))))
                .isEqualTo(new BigDecimal("0.30"));
        var yen = new Instruction.PayOut(
                "instr-1", "loan-1", Amount.of("JPY", "12345"), new Confidential("12345678"), "x");
        var content =
                PaymentFile.of("bank", List.of(Payment.of(yen)), Given.NOW).content(Given.account("JPY"));
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("<InstdAmt Ccy=\"JPY\">12345</InstdAmt>");
    }
}
