package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankFact.Accepted;
import tallystick.bank.spi.BankFact.Confirmed;
import tallystick.bank.spi.BankFact.Rejected;
import tallystick.bank.spi.BankFact.RepaymentReceived;
import tallystick.bank.spi.BankFact.Returned;
import tallystick.bank.spi.BankFact.StatementGap;
import tallystick.bank.spi.BankFact.Unreadable;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.bank.spi.Operation;

/** What a bank may put into its folder, right and wrong. */
class AnswersInFilesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private final FileBank bank = FileBank.of();

    @AfterEach
    void close() {
        bank.close();
    }

    /** Two payouts that have left in one file; gives its message id. */
    private String sent() {
        bank.submit(FileBank.payOut("instr-1", "10.00"));
        bank.submit(FileBank.payOut("instr-2", "20.00"));
        bank.rounds();
        return bank.sentId();
    }

    private List<BankFact> comes(String name, String content) {
        bank.put(name, content);
        return bank.rounds().facts();
    }

    private FetchResult day(LocalDate day) {
        var wish = new FetchRequest(FetchRequest.Kind.STATEMENT, day);
        return bank.adapter().fetch(wish, new CallContext(1, Duration.ofSeconds(1)));
    }

    private void isOdd(List<BankFact> facts, String why) {
        assertThat(facts).containsExactly(new Unreadable(why));
    }

    @Test
    void theWholeFileIsRejected() {
        assertThat(comes("s.xml", Written.status("S-1", sent(), Written.whole("RJCT"))))
                .containsExactly(
                        new Rejected("instr-1", Operation.PAY_OUT, null, null, "AM05"),
                        new Rejected("instr-2", Operation.PAY_OUT, null, null, "AM05"));
        assertThat(FileBank.files(bank.in().resolve("done"), ".xml")).hasSize(1);
    }

    @Test
    void oneIsRejectedAndOneIsDone() {
        var id = sent();
        var both = Written.payment("1", "RJCT", "10.00") + Written.payment("2", "ACSC", "20.00");
        var facts = comes("s.xml", Written.status("S-1", id, "<GrpSts>PART</GrpSts>" + Written.block(id + ".1", both)));
        assertThat(facts)
                .containsExactly(
                        new Rejected("instr-1", Operation.PAY_OUT, "B-1", null, "RJCT"),
                        new Confirmed(
                                "instr-2", Operation.PAY_OUT, "B-2", null, Amount.of("CNY", "20.00"), null, DAY, null));
    }

    @Test
    void rule11DoneWithoutAnAmountConfirmsNothing() {
        assertThat(comes("s.xml", Written.status("S-1", sent(), Written.whole("ACSC"))))
                .containsExactly(
                        new Accepted("instr-1", Operation.PAY_OUT, null, null),
                        new Accepted("instr-2", Operation.PAY_OUT, null, null));
    }

    @Test
    void rule7TheSameAnswerTwiceIsOne() {
        var answer = Written.status("S-1", sent(), Written.whole("ACCP"));
        comes("s.xml", answer);
        assertThat(comes("again.xml", answer)).hasSize(2);
        assertThat(bank.messages()).isEqualTo(1);
    }

    @Test
    void answersOutOfOrderAreTheGatewaysToOrder() {
        var id = sent();
        comes("2.xml", Written.status("S-2", id, Written.block(id + ".1", Written.payment("1", "ACSC", "10.00"))));
        assertThat(comes("1.xml", Written.status("S-1", id, Written.whole("ACTC"))))
                .hasSize(3);
    }

    @Test
    void whatAnswersNoFileOfOursIsOdd() {
        isOdd(
                comes("s.xml", Written.status("S-1", "T-other", Written.whole("RJCT"))),
                "File s.xml: It answers a file that we have not sent.");
    }

    @Test
    void whatAnswersAnotherSumIsOdd() {
        var other = "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>31.00</OrgnlCtrlSum>" + Written.whole("RJCT");
        isOdd(
                comes("s.xml", Written.status("S-1", sent(), other)),
                "File s.xml: It answers a file of another number or sum than ours.");
    }

    @Test
    void whatAnswersAPaymentOfAnotherIsOddAndTheRestCounts() {
        var id = sent();
        var other = Written.block(id + ".1", Written.payment("9", "RJCT", "1.00"));
        assertThat(comes("s.xml", Written.status("S-1", id, "<GrpSts>ACCP</GrpSts>" + other)))
                .hasSize(3)
                .contains(new Unreadable("It answers a payment that the file has not."));
    }

    @Test
    void halfAFileIsOdd() {
        var whole = Written.status("S-1", sent(), Written.whole("RJCT"));
        isOdd(comes("s.xml", whole.substring(0, 300)), "File s.xml: It is no whole XML document.");
    }

    @Test
    void aNameThatComesAgainWithOtherContentIsOdd() {
        var id = sent();
        comes("s.xml", Written.status("S-1", id, Written.whole("ACTC")));
        assertThat(comes("s.xml", Written.status("S-2", id, Written.whole("ACCP"))))
                .hasSize(5)
                .endsWith(new Unreadable("File s.xml: its name is that of a former file."));
    }

    @Test
    void whatTheGatewayDoesNotTakeIsGivenAgain() {
        var id = sent();
        bank.listens(false);
        assertThat(comes("s.xml", Written.status("S-1", id, Written.whole("ACTC"))))
                .isEmpty();
        bank.listens(true);
        assertThat(bank.rounds().facts()).hasSize(2);
    }

    @Test
    void aFileWithAWrongChecksumIsOdd() {
        try (var other = FileBank.of("checksums", "true")) {
            other.submit(FileBank.payOut("instr-1", "10.00"));
            other.rounds();
            var ours = FileBank.files(other.out(), ".sha256").getFirst();
            var file = FileBank.files(other.out(), ".xml").getFirst();
            assertThat(FileBank.read(ours))
                    .isEqualTo("%s  %s\n"
                            .formatted(
                                    Names.sha256(FileBank.read(file).getBytes(StandardCharsets.UTF_8)),
                                    file.getFileName()));
            other.put("s.xml", Written.status("S-1", other.sentId(), Written.whole("RJCT")));
            assertThat(other.rounds().facts())
                    .as("nothing before its checksum is there")
                    .isEmpty();
            other.put("s.xml.sha256", "0".repeat(64) + "  s.xml\n");
            isOdd(other.rounds().facts(), "File s.xml: Expected the checksum beside it; found another.");
            var right = Written.status("S-1", other.sentId(), Written.whole("RJCT"));
            other.put("s2.xml", right);
            other.put("s2.xml.sha256", Names.sha256(right.getBytes(StandardCharsets.UTF_8)));
            assertThat(other.rounds().facts()).as("the same, and right").hasSize(2);
        }
    }

    @Test
    void noticesConfirmReturnAndTellRepayments() {
        sent();
        var notice = Written.notice(Written.entry("B-1", "10.00", "DBIT", Written.of("1"))
                + Written.entry("B-2", "20.00", "CRDT", Written.of("2") + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>")
                + Written.entry("B-3", "5.00", "CRDT", "<RmtInf><Ustrd>loan-7</Ustrd></RmtInf>")
                + Written.entry("B-4", "6.00", "CRDT", "<RmtInf><Ustrd>hello</Ustrd></RmtInf>"));
        assertThat(comes("n.xml", notice))
                .containsExactly(
                        new Confirmed(
                                "instr-1", Operation.PAY_OUT, "B-1", null, Amount.of("CNY", "10.00"), null, DAY, null),
                        new Returned("instr-2", Operation.PAY_OUT, "B-2", null, Amount.of("CNY", "20.00"), "AC04", DAY),
                        new RepaymentReceived("loan-7", "B-3", Amount.of("CNY", "5.00"), DAY));
    }

    @Test
    void aStatementIsFetchedOfItsDay() {
        sent();
        assertThat(day(DAY)).isEqualTo(new FetchResult.NotYet("There is no statement yet."));
        var entries = Written.entry("B-1", "10.00", "DBIT", Written.of("1"))
                + Written.entry("B-3", "5.00", "CRDT", "<RmtInf><Ustrd>loan-7</Ustrd></RmtInf>");
        assertThat(comes("st.xml", Written.statement(7, "2026-01-05", "100.00", "95.00", entries)))
                .isEmpty();
        assertThat(day(DAY))
                .isEqualTo(new FetchResult.Statement(
                        "ST-7",
                        DAY,
                        List.of(
                                new Line("B-1", "instr-1", null, Direction.DEBIT, Amount.of("CNY", "10.00"), DAY),
                                new Line("B-3", null, "loan-7", Direction.CREDIT, Amount.of("CNY", "5.00"), DAY))));
        assertThat(comes("twice.xml", Written.statement(7, "2026-01-05", "100.00", "95.00", entries + " ")))
                .as("the same statement in another file")
                .isEmpty();
        isOdd(
                comes("other.xml", Written.statement(7, "2026-01-05", "100.00", "100.00", "")),
                "File other.xml: Expected what its former version said; found something else.");
    }

    @Test
    void aMissingStatementIsAGapAndIsWaitedFor() {
        comes("7.xml", Written.statement(7, "2026-01-05", "100.00", "100.00", ""));
        assertThat(comes("9.xml", Written.statement(9, "2026-01-07", "100.00", "100.00", "")))
                .containsExactly(new StatementGap("statement 8", "statement 9"));
        assertThat(day(DAY.plusDays(1)))
                .isEqualTo(new FetchResult.NotYet(
                        "The statement of 2026-01-06 has not come; the last one is of 2026-01-05."));
        comes("8.xml", Written.statement(8, "2026-01-06", "100.00", "100.00", ""));
        assertThat(bank.facts()).as("it closes the gap, and opens none").hasSize(1);
        assertThat(day(DAY.plusDays(1))).isInstanceOf(FetchResult.Statement.class);
    }

    @Test
    void whatLiesThereTogetherIsReadInTheOrderInWhichItWasWritten() {
        bank.put("st-9.xml", Written.statement(9, "2026-01-05", "100.00", "100.00", ""));
        bank.put("st-10.xml", Written.statement(10, "2026-01-06", "100.00", "100.00", ""));
        bank.put("st-11.xml", Written.statement(11, "2026-01-07", "100.00", "100.00", ""));
        assertThat(bank.rounds().facts()).as("no gap").isEmpty();
    }

    @Test
    void aBalanceThatDoesNotGoOnIsAGap() {
        comes("7.xml", Written.statement(7, "2026-01-05", "100.00", "100.00", ""));
        assertThat(comes("8.xml", Written.statement(8, "2026-01-06", "101.00", "101.00", "")))
                .containsExactly(new StatementGap("opening balance CNY 100.00", "opening balance CNY 101.00"));
    }

    @Test
    void whereStatementsHaveNoNumberTheBalanceSaysWhichGoesOnWhere() {
        comes(
                "1.xml",
                Written.statement(
                        "evening", "2026-01-05", "90.00", "100.00", Written.entry("B-1", "10.00", "CRDT", "")));
        assertThat(comes(
                        "2.xml",
                        Written.statement(
                                "late", "2026-01-06", "70.00", "80.00", Written.entry("B-2", "10.00", "CRDT", ""))))
                .containsExactly(new StatementGap("opening balance CNY 100.00", "opening balance CNY 70.00"));
        assertThat(comes(
                        "3.xml",
                        Written.statement(
                                "early", "2026-01-06", "100.00", "70.00", Written.entry("B-3", "30.00", "DBIT", ""))))
                .as("it lies between them")
                .hasSize(1);
        assertThat(comes(
                        "4.xml",
                        Written.statement(
                                "night", "2026-01-06", "80.00", "60.00", Written.entry("B-4", "20.00", "DBIT", ""))))
                .as("it is the last of its day")
                .hasSize(1);
        assertThat(comes("5.xml", Written.statement("next", "2026-01-07", "60.00", "60.00", "")))
                .as("it goes on where the last one ended")
                .hasSize(1);
    }

    @Test
    void aDayWithoutBookingsNeedsNoStatement() {
        comes("7.xml", Written.statement(7, "2026-01-05", "100.00", "100.00", ""));
        comes("8.xml", Written.statement(8, "2026-01-07", "100.00", "100.00", ""));
        assertThat(day(DAY.plusDays(1)))
                .isEqualTo(new FetchResult.Statement("none-2026-01-06", DAY.plusDays(1), List.of()));
    }

    @Test
    void aStatementOfAnotherAccountIsOdd() {
        isOdd(
                comes("7.xml", Written.statement("999999", 7, "2026-01-05", "100.00", "100.00", "")),
                "File 7.xml: Expected our account and its currency; found another.");
        assertThat(day(DAY)).isInstanceOf(FetchResult.NotYet.class);
    }

    @Test
    void aBookingOfAWholeBlockIsOneOfEachOfItsPayments() {
        var id = sent();
        var whole = Written.entry("B-1", "30.00", "DBIT", "<Refs><PmtInfId>%s.1</PmtInfId></Refs>".formatted(id));
        comes("7.xml", Written.statement(7, "2026-01-05", "100.00", "70.00", whole));
        assertThat(day(DAY))
                .isInstanceOfSatisfying(
                        FetchResult.Statement.class,
                        statement -> assertThat(statement.lines())
                                .extracting(Line::instruction)
                                .containsExactly("instr-1", "instr-2"));
    }
}
