package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.bank.sandbox.Fault;
import tallystick.bank.sandbox.SandboxAdapter;
import tallystick.bank.sandbox.SandboxControls.Planned;
import tallystick.bank.sandbox.SandboxFactory;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.FetchResult.Position;
import tallystick.bank.spi.FetchResult.Standing;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;
import tallystick.runtime.testing.TestDatabase;

/** Two banks lend together: each pays its share, keeps it on its own ledger and in its own loan core, by its own clock. */
class TwoSandboxesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
    private static final CallContext CALL = new CallContext(1, Duration.ofSeconds(5));

    private static SandboxAdapter east;
    private static SandboxAdapter west;

    @BeforeAll
    static void open() {
        east = bank("east");
        west = bank("west");
    }

    @AfterAll
    static void close() {
        east.close();
        west.close();
    }

    private static SandboxAdapter bank(String name) {
        var its = TestDatabase.empty().address();
        var key = Base64.getEncoder()
                .encodeToString((name + " key of thirty-two bytes.........").getBytes(StandardCharsets.UTF_8));
        return (SandboxAdapter) new SandboxFactory()
                .create(
                        Map.of(
                                "secret", "whsec_" + key,
                                "database.url", its.url(),
                                "database.user", its.user(),
                                "database.password", its.password()),
                        new Host(name, InstantSource.fixed(NOW)));
    }

    private record Host(String bank, InstantSource clock) implements BankHost {
        @Override
        public Optional<URI> callbackAddress(String channel) {
            return Optional.empty();
        }
    }

    /** A share of a loan of CNY 3,000.00, due in three rows. */
    private static void lends(SandboxAdapter bank, String loan, String third, String interest) {
        var share = new BigDecimal(third).multiply(BigDecimal.valueOf(3));
        var amount = Amount.of("CNY", share.toPlainString());
        var rows = List.of(1, 2, 3).stream()
                .map(nr -> new Instruction.SyncSchedule.Row(
                        nr, TODAY.plusMonths(nr), new BigDecimal(third), new BigDecimal(interest), BigDecimal.ZERO))
                .toList();
        accepted(bank, new Instruction.PayOut("instr-" + loan, loan, amount, new Confidential("6222"), "a share"));
        accepted(bank, new Instruction.SyncSchedule("instr-s-" + loan, loan, 1, amount, rows));
    }

    private static void accepted(SandboxAdapter bank, Instruction instruction) {
        assertThat(bank.submit(instruction, CALL)).isInstanceOf(SubmitAnswer.Accepted.class);
    }

    private static List<String> booked(SandboxAdapter bank, String loan) {
        return bank.controls().ledger(null, Long.MAX_VALUE, 200).stream()
                .filter(entry -> loan.equals(entry.loan()))
                .map(entry -> entry.type() + " " + entry.amount())
                .toList();
    }

    private static Position position(SandboxAdapter bank, String loan, LocalDate day) {
        var file = (FetchResult.Positions) bank.fetch(new FetchRequest(FetchRequest.Kind.POSITIONS, day), CALL);
        return file.loans().stream()
                .filter(one -> one.loan().equals(loan))
                .findFirst()
                .orElseThrow();
    }

    private static Amount cny(String amount) {
        return Amount.of("CNY", amount);
    }

    @Test
    void eachKeepsItsShareOnItsOwnLedgerAndKnowsNothingOfTheOther() {
        lends(east, "loan-shared", "700.00", "7.00");
        lends(west, "loan-shared", "300.00", "4.00");
        assertThat(booked(east, "loan-shared")).containsExactly("PAYOUT CNY 2100.00");
        assertThat(booked(west, "loan-shared")).containsExactly("PAYOUT CNY 900.00");
        var query = new StatusQuery("instr-of-nobody", Operation.PAY_OUT, null, NOW);
        assertThat(west.query(query, CALL)).isInstanceOf(StatusAnswer.NotFound.class);
    }

    @Test
    void eachLivesByItsOwnClock() {
        var statement = new FetchRequest(FetchRequest.Kind.STATEMENT, TODAY.plusDays(400));
        assertThat(east.fetch(statement, CALL)).isInstanceOf(FetchResult.NotYet.class);
        east.controls().moveTo(NOW.plus(Duration.ofDays(402)));
        assertThat(east.fetch(statement, CALL)).isInstanceOf(FetchResult.Statement.class);
        assertThat(west.fetch(statement, CALL)).isInstanceOf(FetchResult.NotYet.class);
    }

    @Test
    void eachCountsItsShareByItself() {
        var later = bank("later");
        lends(later, "loan-counted", "300.00", "4.00");
        var afterTwo = TODAY.plusMonths(2).plusDays(3);
        later.controls().pay("first", "loan-counted", cny("304.00"), TODAY.plusMonths(1));
        later.controls()
                .moveTo(afterTwo.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(position(later, "loan-counted", TODAY.plusMonths(1)))
                .isEqualTo(new Position("loan-counted", cny("600.00"), cny("0.00"), 0, Standing.ACTIVE));
        assertThat(position(later, "loan-counted", afterTwo))
                .isEqualTo(new Position("loan-counted", cny("600.00"), cny("4.00"), 3, Standing.ACTIVE));
        later.controls().pay("rest", "loan-counted", cny("608.00"), afterTwo);
        assertThat(position(later, "loan-counted", afterTwo))
                .isEqualTo(new Position("loan-counted", cny("0.00"), cny("0.00"), 0, Standing.PAID_OFF));
        later.close();
    }

    @Test
    void whatCameBackIsNotOut() {
        var third = bank("third");
        third.controls().rewrite(1, List.of(new Planned("PayOut", 1, Fault.LATE_RETURN)));
        lends(third, "loan-back", "300.00", "4.00");
        third.controls().moveTo(NOW.plus(Duration.ofDays(2)));
        assertThat(booked(third, "loan-back")).containsExactlyInAnyOrder("PAYOUT CNY 900.00", "RETURN CNY 900.00");
        assertThat(position(third, "loan-back", TODAY).standing()).isEqualTo(Standing.NONE);
        var told = (StatusAnswer.Found)
                third.query(new StatusQuery("instr-loan-back", Operation.PAY_OUT, null, NOW), CALL);
        assertThat(told.facts()).last().isInstanceOf(BankFact.Returned.class);
        third.close();
    }
}
