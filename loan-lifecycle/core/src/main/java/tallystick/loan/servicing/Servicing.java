package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.ConfirmGuarantee;
import tallystick.loan.api.LoanCommand.FailBuyBack;
import tallystick.loan.api.LoanCommand.FailGuarantee;
import tallystick.loan.api.LoanCommand.FailRefund;
import tallystick.loan.api.LoanCommand.MatchRepayment;
import tallystick.loan.api.LoanCommand.NoteFailedDebit;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.RefundTo;
import tallystick.loan.api.Source;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/** Brings money that banks tell of to its loan, dated where the loan was made. Safe to repeat: the reference decides. */
public final class Servicing {
    /** How far the value dates of an entry and of the bank's row may be apart. */
    public static final int MATCHES_WITHIN_DAYS = Matching.WITHIN_DAYS;

    /** Refuses to call a guarantor's payment unpaid: it came, and is in suspense. */
    public static final String GUARANTEE_HELD = "guarantee-held";

    private final Commands commands;
    private final Things things;
    private final BusinessDays days;
    private final ServicingSettings settings;
    private final InstantSource clock;

    Servicing(Commands commands, Things things, BusinessDays days, ServicingSettings settings, InstantSource clock) {
        this.commands = commands;
        this.things = things;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Refused {@code loan-unknown} when there is no such loan */
    public void receive(LoanId id, Money amount, LocalDate valueDate, Source source, String reference, String by) {
        var loan = loan(id);
        commands.sendAndWait(new ReceiveRepayment(
                id,
                amount,
                valueDate,
                days.today(loan.jurisdiction()),
                source,
                reference,
                null,
                null,
                by,
                clock.instant()));
    }

    /** Says that a bank's row is what somebody entered for a loan. */
    public void match(LoanId id, Money amount, LocalDate valueDate, String reference, String by) {
        commands.sendAndWait(new MatchRepayment(id, amount, valueDate, reference, by, clock.instant()));
    }

    /** Takes back what came under a reference; nothing when it never came or is taken back already. */
    public void takeBack(LoanId id, String reference, String reason, LocalDate date, String by) {
        var loan = loan(id);
        loan.transactions().stream()
                .filter(moved -> reference.equals(moved.reference()) && moved.reversedBy() == null)
                .findFirst()
                .ifPresent(moved -> commands.sendAndWait(new ReverseTransaction(
                        id, moved.nr(), reason, date, days.today(loan.jurisdiction()), by, clock.instant())));
    }

    public boolean knows(String loan) {
        return loan.startsWith(LoanId.KIND + "-")
                && things.find(Loan.class, loan).isPresent();
    }

    /** What one person may change of a debt, or move, without a second one. */
    public BigDecimal aloneLimit() {
        return settings.aloneLimit();
    }

    /** Remembers that a debit brought nothing. */
    public void debitFailed(LoanId id, InstructionId instruction, String reason) {
        commands.sendAndWait(new NoteFailedDebit(id, instruction, reason, clock.instant()));
    }

    /**
     * Has a refund as credit again.
     *
     * @param date of the money that came back; null where none went
     */
    public void refundFailed(LoanId id, InstructionId instruction, String reason, @Nullable LocalDate date) {
        var today = days.today(loan(id).jurisdiction());
        commands.sendAndWait(
                new FailRefund(id, instruction, reason, date == null ? today : date, today, clock.instant()));
    }

    /** A guarantor's money is at the bank. */
    public void guaranteePaid(LoanId id, String claim, LocalDate valueDate) {
        var today = days.today(loan(id).jurisdiction());
        commands.sendAndWait(new ConfirmGuarantee(id, claim, valueDate, today, clock.instant()));
    }

    /** The reference under which the money of a claim is held. */
    public static String held(String claim) {
        return Guarantees.held(claim);
    }

    /** Why nobody may act on a loan as usual. */
    public Optional<HoldReason> hold(LoanId id) {
        return Optional.ofNullable(loan(id).care().hold());
    }

    /** To whom a bank may pay back what a loan holds: to nobody where a guarantor paid it, or no account is the borrower's. */
    public Optional<RefundTo> refundTo(LoanId id, String held) {
        var is = loan(id);
        return Guarantees.isHeld(held)
                ? Optional.empty()
                : is.borrowersAccount()
                        .map(account -> new RefundTo(id, is.booked().bank(), account));
    }

    /** @throws Refused {@code guarantee-came} where a claim stands, {@link #GUARANTEE_HELD} where its money is in suspense */
    public void guaranteeFailed(LoanId id, String claim, String reason) {
        commands.sendAndWait(new FailGuarantee(id, claim, reason, clock.instant()));
    }

    /** The price of what was bought back is not paid. */
    public void buyBackFailed(LoanId id, String change, InstructionId instruction, String reason) {
        commands.sendAndWait(new FailBuyBack(id, change, instruction, reason, clock.instant()));
    }

    private Loan loan(LoanId id) {
        return things.find(Loan.class, id.value())
                .orElseThrow(() -> Refusals.unknown(id.value()))
                .state();
    }
}
