package tallystick.bank.gateway.instruction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.bank.api.Order;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** From our values to the adapter's and back. Personal data is opened here and nowhere before. */
public final class Spelling {
    private static final String ACCOUNT = "payoutAccount";
    private static final String APPLICANT = "bankSharing";

    private final Sealing sealing;

    Spelling(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @throws Erased when the person it is about is gone, so that there is nobody to pay */
    Instruction instruction(InstructionId id, Order order) {
        return switch (order) {
            case Order.RequestCredit o ->
                new Instruction.RequestCredit(
                        id.value(),
                        o.application().value(),
                        o.programme(),
                        amount(o.amount()),
                        o.annualRate().perYear(),
                        o.count(),
                        open(o.applicant(), APPLICANT));
            case Order.PayOut o ->
                new Instruction.PayOut(
                        id.value(), o.loan().value(), amount(o.amount()), open(o.account(), ACCOUNT), o.purpose());
            case Order.Collect o ->
                new Instruction.Collect(
                        id.value(), o.loan().value(), amount(o.amount()), open(o.account(), ACCOUNT), o.due());
            case Order.Cancel o -> new Instruction.Cancel(id.value(), o.of().value(), amount(o.amount()));
            case Order.SignContract o ->
                new Instruction.SignContract(
                        id.value(), o.application().value(), o.credit().value(), amount(o.amount()), o.document());
            case Order.Refund o ->
                new Instruction.Refund(
                        id.value(), o.loan().value(), amount(o.amount()), open(o.account(), ACCOUNT), o.of());
            case Order.SyncSchedule o ->
                new Instruction.SyncSchedule(
                        id.value(), o.loan().value(), o.version(), amount(o.amount()), rows(o.rows()));
            case Order.GuaranteePayment o ->
                new Instruction.GuaranteePayment(
                        id.value(), o.loan().value(), o.claim(), amount(o.amount()), o.rows(), o.guarantor());
            case Order.BuyBack o -> new Instruction.BuyBack(id.value(), o.loan().value(), amount(o.amount()), o.date());
            case Order.RegisterMandate o ->
                new Instruction.RegisterMandate(
                        id.value(), o.loan().value(), o.mandate(), amount(o.amount()), open(o.account(), ACCOUNT));
        };
    }

    private static List<Instruction.SyncSchedule.Row> rows(List<Order.SyncSchedule.Due> rows) {
        return rows.stream()
                .map(row -> new Instruction.SyncSchedule.Row(
                        row.nr(),
                        row.due(),
                        row.principal().amount(),
                        row.interest().amount(),
                        row.fees().amount()))
                .toList();
    }

    public static Operation operation(Order order) {
        return switch (order) {
            case Order.RequestCredit _ -> Operation.REQUEST_CREDIT;
            case Order.PayOut _ -> Operation.PAY_OUT;
            case Order.Collect _ -> Operation.COLLECT;
            case Order.Cancel _ -> Operation.CANCEL;
            case Order.SignContract _ -> Operation.SIGN_CONTRACT;
            case Order.Refund _ -> Operation.REFUND;
            case Order.SyncSchedule _ -> Operation.SYNC_SCHEDULE;
            case Order.GuaranteePayment _ -> Operation.GUARANTEE_PAYMENT;
            case Order.BuyBack _ -> Operation.BUY_BACK;
            case Order.RegisterMandate _ -> Operation.REGISTER_MANDATE;
        };
    }

    /** The kind of order that asks for an operation, as {@link Order#kind} has it. */
    static String kind(Operation operation) {
        return switch (operation) {
            case REQUEST_CREDIT -> Order.RequestCredit.class.getSimpleName();
            case PAY_OUT -> Order.PayOut.class.getSimpleName();
            case COLLECT -> Order.Collect.class.getSimpleName();
            case CANCEL -> Order.Cancel.class.getSimpleName();
            case SIGN_CONTRACT -> Order.SignContract.class.getSimpleName();
            case REFUND -> Order.Refund.class.getSimpleName();
            case SYNC_SCHEDULE -> Order.SyncSchedule.class.getSimpleName();
            case GUARANTEE_PAYMENT -> Order.GuaranteePayment.class.getSimpleName();
            case BUY_BACK -> Order.BuyBack.class.getSimpleName();
            case REGISTER_MANDATE -> Order.RegisterMandate.class.getSimpleName();
        };
    }

    /** Whether the bank names the one we ordered; null when it names none, or nobody can know any more. */
    @Nullable
    Boolean payeeMatches(Order order, @Nullable Confidential named) {
        if (named == null) {
            return null;
        }
        try {
            return switch (order) {
                case Order.PayOut o -> open(o.account(), ACCOUNT).equals(named);
                case Order.Collect o -> open(o.account(), ACCOUNT).equals(named);
                case Order.Refund o -> open(o.account(), ACCOUNT).equals(named);
                case Order.RegisterMandate o -> open(o.account(), ACCOUNT).equals(named);
                default -> null;
            };
        } catch (Erased gone) {
            return null;
        }
    }

    public static Money money(Amount amount) {
        return new Money(amount.currency(), amount.value());
    }

    static @Nullable BankTerms terms(BankFact.@Nullable Terms terms) {
        if (terms == null) {
            return null;
        }
        var amount = terms.amount();
        var rate = terms.annualRate();
        return new BankTerms(
                amount == null ? null : money(amount), rate == null ? null : new Rate(rate), terms.count());
    }

    private static Amount amount(Money money) {
        return new Amount(money.currency(), money.amount());
    }

    private Confidential open(Sealed sealed, String field) {
        return switch (sealing.open(sealed, field)) {
            case Opened.Clear clear -> new Confidential(clear.text());
            case Opened.Erased _ -> throw new Erased();
        };
    }

    /** The personal data an instruction needs is gone. */
    static final class Erased extends RuntimeException {
        private static final long serialVersionUID = 1;

        Erased() {
            super("The personal data it needs was erased.", null, false, false);
        }
    }
}
