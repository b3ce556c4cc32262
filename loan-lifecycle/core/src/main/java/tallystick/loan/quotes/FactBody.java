package tallystick.loan.quotes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.AccountingStatus;
import tallystick.loan.engine.Agreed;
import tallystick.loan.engine.Amortization;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.NewTerms;
import tallystick.runtime.web.ValueNotAllowed;

/** A fact as callers write it. Which fields it needs depends on its type. */
record FactBody(
        String id,
        Type type,
        LocalDate date,
        @Nullable Money amount,
        @Nullable String of,
        Fact.Charge.@Nullable Kind kind,
        @Nullable LocalDate due,
        @Nullable LocalDate payoffThrough,
        Fact.Prepayment.@Nullable Effect effect,
        @Nullable Component component,
        @Nullable Change terms,
        @Nullable AccountingStatus status) {
    /** What happened. */
    enum Type {
        REPAYMENT,
        PREPAYMENT,
        GOODWILL_CREDIT,
        MERCHANT_REFUND,
        PAYOUT_REFUND,
        RECOVERY,
        FORGIVENESS,
        CREDIT_USE,
        CREDIT_REFUND,
        CHARGE,
        REVERSAL,
        RESTRUCTURE,
        CHARGE_OFF,
        WRITE_OFF,
        STATUS_CHANGE
    }

    /** What a restructure changes; the rest stays as it was. */
    record Change(
            @Nullable Rate annualRate,
            @Nullable List<LocalDate> dueDates,
            @Nullable Amortization amortization,
            @Nullable Money installment,
            @Nullable List<Money> principals,
            NewTerms.@Nullable Arrears arrears) {
        NewTerms newTerms() {
            return new NewTerms(
                    annualRate,
                    dueDates,
                    amortization,
                    new Agreed(installment, principals == null ? List.of() : principals),
                    arrears == null ? NewTerms.Arrears.STAY : arrears);
        }
    }

    Fact fact(int index) {
        var at = new Pointer("/facts/%d/".formatted(index));
        return switch (type) {
            case REPAYMENT -> new Fact.Repayment(id, date, at.amount(), payoffThrough);
            case PREPAYMENT -> new Fact.Prepayment(id, date, at.amount(), at.needed(effect, "effect"));
            case GOODWILL_CREDIT -> new Fact.GoodwillCredit(id, date, at.amount());
            case MERCHANT_REFUND -> new Fact.MerchantRefund(id, date, at.amount());
            case PAYOUT_REFUND -> new Fact.PayoutRefund(id, date, at.amount());
            case RECOVERY -> new Fact.Recovery(id, date, at.amount());
            case FORGIVENESS -> new Fact.Forgiveness(id, date, at.amount(), component);
            case CREDIT_USE -> new Fact.CreditUse(id, date, at.amount());
            case CREDIT_REFUND -> new Fact.CreditRefund(id, date, at.amount());
            case CHARGE -> new Fact.Charge(id, date, at.needed(kind, "kind"), at.needed(due, "due"), at.amount());
            case REVERSAL -> new Fact.Reversal(id, date, at.needed(of, "of"));
            case RESTRUCTURE ->
                new Fact.Restructure(id, date, at.needed(terms, "terms").newTerms());
            case CHARGE_OFF -> new Fact.ChargeOff(id, date);
            case WRITE_OFF -> new Fact.WriteOff(id, date);
            case STATUS_CHANGE -> new Fact.StatusChange(id, date, at.needed(status, "status"));
        };
    }

    /** Where in the body this fact stands. */
    private final class Pointer {
        private final String prefix;

        Pointer(String prefix) {
            this.prefix = prefix;
        }

        Money amount() {
            return needed(amount, "amount");
        }

        <T> T needed(@Nullable T value, String field) {
            if (value == null) {
                throw ValueNotAllowed.at(prefix + field, "required", "a value for " + type, "none");
            }
            return value;
        }
    }
}
