package tallystick.journeys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.LoanCommand.BookLoan;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Terms;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.sealing.Sealing;

/** Many loans at once. Everything has its number, so that whoever asks again asks for the same. */
final class LoansInFlight {
    static final Money PRINCIPAL = Money.of("CNY", "12000.00");
    static final Money DEBIT = Money.of("CNY", "10.00");
    private static final BankId BANK = new BankId("sandbox");

    private final Commands commands;
    private final Sealing sealing;
    private final Clock clock;

    LoansInFlight(ApplicationContext node) {
        this.commands = node.getBean(Commands.class);
        this.sealing = node.getBean(Sealing.class);
        this.clock = node.getBean(Clock.class);
    }

    static LoanId loan(int number) {
        return new LoanId("loan-k" + number);
    }

    /** A debit of a loan; the day tells one from the next. */
    static InstructionId debit(int number, LocalDate due) {
        return new InstructionId(
                Ids.derived(InstructionId.KIND, "debit", loan(number).value(), due.toString()));
    }

    void payOut(int from, int to, LocalDate day) {
        atOnce(from, to, number -> booked(number, day));
    }

    void collect(int from, int to, LocalDate due) {
        atOnce(from, to, number -> collected(number, due));
    }

    private void atOnce(int from, int to, IntFunction<Addressed> command) {
        try (var callers = Executors.newFixedThreadPool(16)) {
            IntStream.range(from, to)
                    .forEach(number -> callers.execute(() -> commands.sendAndWait(command.apply(number))));
        }
    }

    private BookLoan booked(int number, LocalDate day) {
        return new BookLoan(
                loan(number),
                new ApplicationId("app-k" + number),
                new PartyId("party-k" + number),
                ProductId.named("cash-loan"),
                1,
                "CN",
                BANK,
                terms(day),
                new Allocation(
                        List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW),
                List.of(new Payee(1, account(number), PRINCIPAL, "CUSTOMER")),
                day,
                clock.instant());
    }

    private static Terms terms(LocalDate day) {
        return new Terms(
                PRINCIPAL,
                Rate.of("0.12"),
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                12,
                day.plusMonths(1),
                null,
                null,
                List.of(new Terms.Disbursement(day, PRINCIPAL)),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
    }

    private Instruct collected(int number, LocalDate due) {
        return new Instruct(
                debit(number, due),
                BANK,
                new Order.Collect(loan(number), DEBIT, due, account(number)),
                clock.instant());
    }

    private Sealed account(int number) {
        return sealing.seal("party-k" + number, Sealed.Purpose.IDENTITY, "payoutAccount", "6222020200112233446");
    }
}
