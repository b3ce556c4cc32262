package tallystick.bank.gateway.instruction;

import java.util.Optional;
import tallystick.bank.api.Order;
import tallystick.bank.api.Order.Cancel;
import tallystick.bank.api.Order.Collect;
import tallystick.bank.api.Order.PayOut;
import tallystick.bank.api.Order.RequestCredit;

/** When two orders are the same one. What is sealed is compared by whom it is about: no two seals are equal. */
final class Orders {
    private Orders() {}

    static boolean same(Order one, Order other) {
        return withoutSeal(one).equals(withoutSeal(other));
    }

    /**
     * The money that must not be ordered twice under two ids; empty for orders that move none, or that may be ordered
     * again while the first one lives.
     */
    static Optional<String> money(Order order) {
        return switch (order) {
            case PayOut o -> Optional.of("payout/%s/%d".formatted(o.loan(), o.leg()));
            case Collect o -> Optional.of("collect/%s/%s".formatted(o.loan(), o.due()));
            case RequestCredit _, Cancel _ -> Optional.empty();
        };
    }

    private static String withoutSeal(Order order) {
        return switch (order) {
            case RequestCredit o ->
                "credit %s %s %s %s %d %s"
                        .formatted(
                                o.application(),
                                o.programme(),
                                o.amount(),
                                o.annualRate(),
                                o.count(),
                                o.applicant().subject());
            case PayOut o ->
                "payout %s %s %d %s %s"
                        .formatted(
                                o.application(),
                                o.loan(),
                                o.leg(),
                                o.amount(),
                                o.account().subject());
            case Collect o ->
                "collect %s %s %s %s"
                        .formatted(o.loan(), o.amount(), o.due(), o.account().subject());
            case Cancel o -> "cancel %s %s".formatted(o.of(), o.amount());
        };
    }
}
