package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanCommand.PromisePayment;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.RegisterMandate;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.Source;
import tallystick.loan.api.Terms;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/**
 * No money is made and none is lost: loans go through months of random commands, valid and not, repeated, backdated and
 * reversed, on the real store with day closes between. Then the books say what the loans say, account by account. {@code
 * -Dtallystick.conservation.loans=2000 -Dtallystick.conservation.months=36} for the long run, {@code
 * -Dtallystick.conservation.seed} for the same one again.
 */
class ConservationTest {
    private static final int LOANS = Integer.getInteger("tallystick.conservation.loans", 20);
    private static final int MONTHS = Integer.getInteger("tallystick.conservation.months", 5);
    private static final Terms.LateFee LATE_FEE =
            new Terms.LateFee(null, new BigDecimal("0.05"), 3, null, Portfolio.cny("150.00"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static Platform platform;
    private static Door door;

    private final Random random = new Random(seed());
    private final List<LoanCommand> sent = new ArrayList<>();
    private LocalDate today = LocalDate.EPOCH;
    private int nr;
    private int refused;

    private static long seed() {
        var seed = Long.getLong("tallystick.conservation.seed", System.nanoTime());
        System.out.println("Conservation seed: -Dtallystick.conservation.seed=" + seed);
        return seed;
    }

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void theBooksSayWhatTheLoansSay() {
        var start = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        today = start;
        var loans = Portfolio.chargingLateFees(LOANS, start, LATE_FEE);
        var ours = loans.subList(0, LOANS - LOANS / 3);
        var others = Portfolio.lentByOthers(loans.subList(ours.size(), LOANS));
        platform.bean(Commands.class).decideMany(ours, Origin.of("simulation"));
        platform.bean(Commands.class).decideMany(others, Origin.of("simulation"));
        for (var i = 0; i < LOANS; i++) {
            decided(new LoanId("loan-p" + i), new Change.NameGuarantor(BooksId.of("union")));
        }
        for (var month = 1; month <= MONTHS; month++) {
            today = start.plusMonths(month).plusDays(random.nextInt(5));
            Story.moveClock(door, today.atTime(10, 0).atZone(ZONE).toInstant());
            for (var step = 0; step < LOANS * 4; step++) {
                send(random.nextInt(5) == 0 && !sent.isEmpty() ? repeat() : next());
            }
            voidSome();
            close();
            check();
            System.out.printf(
                    "Conservation: month %d of %d, %d commands, %d refused.%n", month, MONTHS, sent.size(), refused);
        }
    }

    /** By two people. */
    private void decided(LoanId loan, Change what) {
        var commands = platform.bean(Commands.class);
        var at = platform.bean(InstantSource.class).instant();
        var id = "s" + nr++;
        var limit = Portfolio.cny("0.00");
        commands.send(new ProposeChange(loan, id, what, "so", limit, today, today, "ann", at), Origin.of("simulation"));
        var changes = door.get("finance", "/loans/" + loan + "/changes").is(200).json();
        var hash = changes.at("/items/" + (changes.at("/items").size() - 1) + "/hash")
                .asString("");
        commands.send(new ApproveChange(loan, id, hash, today, "bob", at), Origin.of("simulation"));
    }

    /** What some guarantors paid went back to them. */
    private void voidSome() {
        for (var i = random.nextInt(3); i < LOANS; i += 3) {
            var loan = "loan-p" + i;
            var state = door.get("finance", "/loans/" + loan).text("/state");
            var claim = door.get("finance", "/loans/" + loan + "/owners").text("/claims/0/claim");
            if (!claim.isEmpty() && (state.equals("ACTIVE") || state.equals("PAID_OFF"))) {
                decided(new LoanId(loan), new Change.VoidGuarantee(claim));
            }
        }
    }

    private LoanCommand repeat() {
        return sent.get(random.nextInt(sent.size()));
    }

    private void send(LoanCommand command) {
        sent.add(command);
        try {
            platform.bean(Commands.class).send(command, Origin.of("simulation"));
        } catch (Refused _) {
            refused++; // A no is an answer too; that nothing happened is what is checked.
        }
    }

    private LoanCommand next() {
        var loan = new LoanId("loan-p" + random.nextInt(LOANS));
        var day = today.minusDays(random.nextInt(40));
        var at = platform.bean(InstantSource.class).instant();
        var id = "s" + nr++;
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> repaid(loan, random.nextInt(4) == 0 ? amount(1_400_000) : amount(150_000), day, id, at);
            case 3 -> new ReverseTransaction(loan, 1 + random.nextInt(8), "RETURNED", today, today, "sim", at);
            case 4 ->
                new ChargeFee(
                        loan,
                        id,
                        random.nextBoolean() ? FeeKind.FEE : FeeKind.PENALTY,
                        "fee",
                        amount(9_000),
                        day,
                        today.plusDays(random.nextInt(60)),
                        today,
                        "sim",
                        at);
            case 5 ->
                new ProposeChange(loan, id, change(), "because", Portfolio.cny("100000.00"), today, today, "sim", at);
            case 8 ->
                new ProposeChange(
                        loan, id, ownership(loan), "because", Portfolio.cny("100000.00"), today, today, "sim", at);
            case 6 -> new RegisterMandate(loan, id, "sim", at);
            default -> new PromisePayment(loan, id, amount(100_000), today.plusDays(5), today, "sim", at);
        };
    }

    private static LoanCommand repaid(LoanId loan, Money amount, LocalDate day, String id, Instant at) {
        return new ReceiveRepayment(loan, amount, day, day, Source.BANK_CALLBACK, id, null, null, "sim", at);
    }

    /** Shares sold and bought back, and guarantors who pay what is owed of a row, or try to. */
    private Change ownership(LoanId loan) {
        var bank = BooksId.of("harbour");
        var share = BigDecimal.valueOf(1 + random.nextInt(4), 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Change.SellShare(BooksId.OWN, bank, share, amount(500_000), false);
            case 1 -> new Change.SellShare(bank, BooksId.OWN, share, amount(500_000), false);
            default -> guarantee(loan);
        };
    }

    private Change guarantee(LoanId loan) {
        var row = random.nextInt(6);
        var owed = door.get("finance", "/loans/" + loan + "/schedule?asOf=" + today)
                .json()
                .at("/rows/" + (row + 1) + "/outstanding")
                .asString("0.01");
        var amount = owed.equals("0.00") ? "0.01" : owed;
        return new Change.PayGuarantee(BooksId.of("union"), List.of(row + 1), Portfolio.cny(amount), null);
    }

    private Change change() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> new Change.WaiveFee(1 + random.nextInt(3), amount(9_000));
            case 4, 5, 6, 7 -> new Change.RefundCredit(amount(50_000), "order");
            case 8, 9, 10, 11 -> new Change.Forgive(amount(90_000));
            default -> new Change.ChargeOff();
        };
    }

    private Money amount(int mostFen) {
        return Portfolio.cny(BigDecimal.valueOf(1 + random.nextInt(mostFen), 2).toPlainString());
    }

    private void close() {
        var operation = door.post(
                        "operations", "/business-days/CN/closes", "{\"date\":\"%s\",\"catchUp\":true}".formatted(today))
                .is(202)
                .text("/id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(door.get("operations", "/operations/" + operation)
                                .text("/state"))
                        .isEqualTo("SUCCEEDED"));
    }

    private void check() {
        Awaitility.await().untilAsserted(this::agree);
    }

    private void agree() {
        assertThat(sql("select coalesce(sum(case side when 'DEBIT' then amount else -amount end), 0) from loan.postings"
                        + " where basis in ('BOTH', 'CASH')"))
                .isEqualByComparingTo("0");
        assertThat(sql("select coalesce(sum(debit - credit), 0) from loan.account_sums where basis in"
                        + " ('BOTH', 'ACCRUAL')"))
                .isEqualByComparingTo("0");
        assertThat(sql("select count(*) from (select account, currency, basis, date, sum(case side when 'DEBIT' then"
            + " amount else 0 end) as d, sum(case side when 'CREDIT' then amount else 0 end) as c from loan.postings"
            + " group by 1, 2, 3, 4) p full join (select account, currency, basis, date, sum(debit) as d, sum(credit)"
            + " as c from loan.account_sums group by 1, 2, 3, 4) s using (account, currency, basis, date) where p.d is"
            + " distinct from s.d or p.c is distinct from s.c"))
                .as("sums that differ from their postings")
                .isEqualByComparingTo("0");
        assertThat(sql("select count(*) from (select p.journal from loan.postings p group by p.journal,"
                        + " p.books, p.basis, p.currency having sum(case p.side when 'DEBIT' then p.amount"
                        + " else -p.amount end) <> 0) crooked"))
                .as("journals that are crooked in some books")
                .isEqualByComparingTo("0");
        assertThat(sql("select coalesce(sum(debit - credit), 0) from loan.account_sums where account = '1800-clearing'"
                        + " and basis in ('BOTH', 'CASH')"))
                .as("what all owners owe each other")
                .isEqualByComparingTo("0");
        var own = Set.copyOf(strings("select id from loan.loans_v1 except select loan from loan.shares"));
        var loans = IntStream.range(0, LOANS)
                .mapToObj(i -> door.get("finance", "/loans/loan-p" + i).is(200).json())
                .toList();
        for (var loan : loans) {
            var id = loan.at("/id").asString("");
            assertThat(new BigDecimal(loan.at("/creditBalance").asString("")))
                    .as("credit of %s", id)
                    .isGreaterThanOrEqualTo(BigDecimal.ZERO);
            var left = new BigDecimal(loan.at("/outstanding/principal").asString(""));
            if (!own.contains(id)) {
                assertThat(shared(id))
                        .as("principal of %s that is left, as the owners have it", id)
                        .isEqualByComparingTo(left);
            }
            if (!loan.at("/flags").toString().matches(".*(CHARGED_OFF|SUBROGATED).*")) {
                assertThat(booked(id))
                        .as("principal of %s that is left, in all books", id)
                        .isEqualByComparingTo(left);
            }
        }
        assertThat(loans.stream()
                        .map(loan -> new BigDecimal(loan.at("/creditBalance").asString("")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("credit balances, as loans and as books say")
                .isEqualByComparingTo(sql("select coalesce(sum(credit - debit), 0) from loan.account_sums"
                        + " where account = '2200-customer-credit'"));
    }

    /** What the ledger splits among the owners. */
    private static BigDecimal shared(String loan) {
        return sql("select cast(c ->> 'total' as numeric) / 100 from loan.shares,"
                + " jsonb_array_elements(cast(state as jsonb) -> 'components') c"
                + " where loan = '%s' and c ->> 'component' = 'PRINCIPAL'".formatted(loan));
    }

    private static BigDecimal booked(String loan) {
        return sql("select coalesce(sum(case p.side when 'DEBIT' then p.amount else -p.amount end), 0)"
                + " from loan.journals j join loan.postings p on p.journal = j.nr"
                + " where j.loan = '%s' and p.account = '1100-loans'".formatted(loan));
    }

    private static List<String> strings(String question) {
        return JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql(question)
                .query(String.class)
                .list();
    }

    private static BigDecimal sql(String question) {
        return JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql(question)
                .query(BigDecimal.class)
                .single();
    }
}
