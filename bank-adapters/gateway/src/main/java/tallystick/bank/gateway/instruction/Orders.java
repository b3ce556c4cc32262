package tallystick.bank.gateway.instruction;

import java.util.List;
import java.util.Optional;
import tallystick.bank.api.Order;
import tallystick.bank.api.Order.BuyBack;
import tallystick.bank.api.Order.Cancel;
import tallystick.bank.api.Order.Collect;
import tallystick.bank.api.Order.GuaranteePayment;
import tallystick.bank.api.Order.PayOut;
import tallystick.bank.api.Order.Refund;
import tallystick.bank.api.Order.RegisterMandate;
import tallystick.bank.api.Order.RequestCredit;
import tallystick.bank.api.Order.SignContract;
import tallystick.bank.api.Order.SyncSchedule;
import tallystick.kernel.BankId;

/** When two orders are the same one. What is sealed is compared by whom it is about: no two seals are equal. */
final class Orders {
    private Orders() {}

    static boolean same(Order one, Order other) {
        return one.kind().equals(other.kind()) && withoutSeal(one).equals(withoutSeal(other));
    }

    /**
     * The money that must not be ordered twice under two ids; empty for orders that move none, or that may be ordered
     * again while the first one lives.
     */
    static Optional<String> money(BankId bank, Order order) {
        return switch (order) {
            case PayOut o -> Optional.of("payout/%s/%d".formatted(o.loan(), o.leg()));
            case Collect o -> Optional.of("collect/%s/%s".formatted(o.loan(), o.due()));
            case Refund o -> Optional.of("refund/%s/%s".formatted(o.loan(), o.of()));
            case GuaranteePayment o -> Optional.of("guarantee/%s/%s".formatted(o.loan(), o.claim()));
            case BuyBack o ->
                Optional.of("buy-back/%s/%s/%s".formatted(o.loan(), bank, o.change() == null ? o.date() : o.change()));
            case RequestCredit _, Cancel _, SignContract _, SyncSchedule _, RegisterMandate _ -> Optional.empty();
        };
    }

    /** What is said without personal data, and of whom the rest is. */
    private static List<?> withoutSeal(Order order) {
        return switch (order) {
            case RequestCredit o ->
                List.of(
                        o.application(),
                        o.programme(),
                        o.amount(),
                        o.annualRate(),
                        o.count(),
                        o.applicant().subject());
            case PayOut o ->
                List.of(
                        o.application(),
                        o.loan(),
                        o.leg(),
                        o.amount(),
                        o.account().subject());
            case Collect o -> List.of(o.loan(), o.amount(), o.due(), o.account().subject());
            case Refund o -> List.of(o.loan(), o.amount(), o.of(), o.account().subject());
            case RegisterMandate o ->
                List.of(o.loan(), o.mandate(), o.amount(), o.account().subject());
            case Cancel _, SignContract _, SyncSchedule _, GuaranteePayment _, BuyBack _ -> List.of(order);
        };
    }
}
