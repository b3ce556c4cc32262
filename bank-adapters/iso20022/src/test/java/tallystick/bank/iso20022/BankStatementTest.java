package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.bank.iso20022.BankStatement.Booking;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult.Direction;

/** camt.053 and camt.054. */
class BankStatementTest {
    static String balance(String code, String amount, String sign) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
              <Dt><Dt>2026-01-05</Dt></Dt></Bal>
            """.formatted(code, amount, sign);
    }

    static String entry(String amount, String sign, String details) {
        return """
            <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
              <BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-06</Dt></ValDt><AcctSvcrRef>B-9</AcctSvcrRef>
              <NtryDtls>%s</NtryDtls></Ntry>
            """.formatted(amount, sign, details);
    }

    private static List<BankStatement> read(String content) {
        return BankStatement.read(Given.message("""
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr/>
              <Stmt><Id>ST-7</Id><ElctrncSeqNb>7</ElctrncSeqNb><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
              %s</Stmt></BkToCstmrStmt></Document>
            """.formatted(content)));
    }

    @Test
    void aStatementIsItsBalancesAndItsBookings() {
        var refs = "<TxDtls><Refs><AcctSvcrRef>B-1</AcctSvcrRef><EndToEndId>1</EndToEndId></Refs></TxDtls>";
        var paid = "<TxDtls><RmtInf><Ustrd>for loan-7, thanks</Ustrd></RmtInf></TxDtls>";
        var statement = read(balance("OPBD", "100.00", "CRDT")
                        + balance("CLBD", "20.00", "DBIT")
                        + entry("130.00", "DBIT", refs)
                        + entry("10.00", "CRDT", paid))
                .getFirst();
        assertThat(statement.number()).isEqualTo(7);
        var balances = Objects.requireNonNull(statement.balances());
        assertThat(balances.opening()).isEqualTo(Amount.of("EUR", "100.00"));
        assertThat(balances.closing()).isEqualTo(Amount.of("EUR", "-20.00"));
        var day = Given.DAY.plusDays(1);
        assertThat(statement.bookings())
                .containsExactly(
                        new Booking("B-1", "1", null, null, Direction.DEBIT, Amount.of("EUR", "130.00"), day, null),
                        new Booking(
                                "B-9", null, null, "loan-7", Direction.CREDIT, Amount.of("EUR", "10.00"), day, null));
    }

    @Test
    void partsOfABookingAreBookingsAndComeToTheWhole() {
        var part = "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"EUR\">%s</Amt></TxDtls>";
        var parts = part.formatted("1", "10.00") + part.formatted("2", "20.00");
        var balances = balance("OPBD", "30.00", "CRDT") + balance("CLBD", "0.00", "CRDT");
        assertThat(read(balances + entry("30.00", "DBIT", parts)).getFirst().bookings())
                .extracting(Booking::reference)
                .containsExactly("B-9.1", "B-9.2");
        assertThatThrownBy(() -> read(balances + entry("31.00", "DBIT", parts)))
                .hasMessage("Expected the parts of a booking to come to the whole; they do not.");
    }

    @Test
    void whatDoesNotAddUpIsNotRead() {
        assertThatThrownBy(() -> read(balance("OPBD", "30.00", "CRDT") + balance("CLBD", "1.00", "CRDT")))
                .hasMessage("Expected opening balance and bookings to come to the closing balance; they do not.");
    }

    @Test
    void whatIsOnlyAnnouncedIsNotBooked() {
        var pending = entry("30.00", "DBIT", "").replace("BOOK", "PDNG");
        var balances = balance("OPBD", "30.00", "CRDT") + balance("CLBD", "30.00", "CRDT");
        assertThat(read(balances + pending).getFirst().bookings()).isEmpty();
    }

    @Test
    void aReturnSaysWhy() {
        var back = "<TxDtls><Refs><EndToEndId>1</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>";
        var balances = balance("PRCD", "0.00", "CRDT") + balance("CLBD", "30.00", "CRDT");
        assertThat(read(balances + entry("30.00", "CRDT", back))
                        .getFirst()
                        .bookings()
                        .getFirst()
                        .returned())
                .isEqualTo("AC04");
    }
}
