package tallystick.loan.quotes;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.engine.Fact;
import tallystick.runtime.web.ValueNotAllowed;

/** A fact as callers write it. Which fields it needs depends on its type. */
record FactBody(
        String id,
        Type type,
        LocalDate date,
        @Nullable Money amount,
        @Nullable String of,
        Fact.Charge.@Nullable Kind kind,
        @Nullable LocalDate due) {
    /** What happened. */
    enum Type {
        REPAYMENT,
        GOODWILL_CREDIT,
        MERCHANT_REFUND,
        PAYOUT_REFUND,
        CHARGE,
        REVERSAL,
        CHARGE_OFF
    }

    Fact fact(int index) {
        Function<String, String> at = field -> "/facts/%d/%s".formatted(index, field);
        return switch (type) {
            case REPAYMENT -> new Fact.Repayment(id, date, needed(amount, at.apply("amount")));
            case GOODWILL_CREDIT -> new Fact.GoodwillCredit(id, date, needed(amount, at.apply("amount")));
            case MERCHANT_REFUND -> new Fact.MerchantRefund(id, date, needed(amount, at.apply("amount")));
            case PAYOUT_REFUND -> new Fact.PayoutRefund(id, date, needed(amount, at.apply("amount")));
            case CHARGE ->
                new Fact.Charge(
                        id,
                        date,
                        needed(kind, at.apply("kind")),
                        needed(due, at.apply("due")),
                        needed(amount, at.apply("amount")));
            case REVERSAL -> new Fact.Reversal(id, date, needed(of, at.apply("of")));
            case CHARGE_OFF -> new Fact.ChargeOff(id, date);
        };
    }

    private <T> T needed(@Nullable T value, String pointer) {
        if (value == null) {
            throw ValueNotAllowed.at(pointer, "required", "a value for " + type, "none");
        }
        return value;
    }
}
