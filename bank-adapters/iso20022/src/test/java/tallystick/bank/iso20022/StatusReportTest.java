package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.bank.iso20022.StatusReport.Meaning;
import tallystick.bank.spi.Amount;

/** pain.002, on its three levels. */
class StatusReportTest {
    static String report(String original, String content) {
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
              <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-01-05T02:03:04Z</CreDtTm></GrpHdr>
              <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
            %s</CstmrPmtStsRpt></Document>
            """.formatted(original, content);
    }

    private static StatusReport read(String content) {
        return StatusReport.read(Given.message(report("T1", content)));
    }

    @Test
    void theWholeFile() {
        var report = read("<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>");
        assertThat(report.original()).isEqualTo("T1");
        assertThat(report.status()).isEqualTo(new StatusReport.Status(Meaning.REFUSED, "AM05"));
        assertThat(report.blocks()).isEmpty();
    }

    @Test
    void aBlockAndSinglePayments() {
        var report = read("""
            <OrgnlNbOfTxs>3</OrgnlNbOfTxs><OrgnlCtrlSum>30.00</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>T1.1</OrgnlPmtInfId><PmtInfSts>ACCP</PmtInfSts>
              <TxInfAndSts><OrgnlEndToEndId>1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
              <TxInfAndSts><OrgnlEndToEndId>2</OrgnlEndToEndId><TxSts>ACSC</TxSts><AcctSvcrRef>B-2</AcctSvcrRef>
                <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">10.00</InstdAmt></Amt>
                  <CdtrAcct><Id><IBAN>IE29AIBK93115212345678</IBAN></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>
            </OrgnlPmtInfAndSts>
            """);
        assertThat(report.count()).isEqualTo(3);
        assertThat(Objects.requireNonNull(report.status()).meaning()).isEqualTo(Meaning.MIXED);
        var block = report.blocks().getFirst();
        assertThat(Objects.requireNonNull(block.status()).meaning()).isEqualTo(Meaning.TAKEN);
        assertThat(block.payments().get(0).status()).isEqualTo(new StatusReport.Status(Meaning.REFUSED, "AC04"));
        assertThat(block.payments().get(1).amount()).isEqualTo(Amount.of("EUR", "10.00"));
        assertThat(block.payments().get(1).reference()).isEqualTo("B-2");
    }

    @Test
    void rule1ACodeNobodyKnowsIsNoNo() {
        assertThatThrownBy(() -> read("<GrpSts>XXXX</GrpSts></OrgnlGrpInfAndSts>"))
                .hasMessage("Expected a status that is known; found another.");
    }
}
