package tallystick.bank.gateway.instruction;

import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.Order;
import tallystick.kernel.Money;

/** How a confirmation is not of what we ordered. */
record Mismatch(String kind, String expected, String found) {
    static @Nullable Mismatch of(Order order, RecordConfirmed said) {
        var ordered = order.amount();
        if (!said.amount().currency().equals(ordered.currency())) {
            return new Mismatch("currency", ordered.toString(), said.amount().toString());
        }
        if (!isAmountOf(order, said)) {
            return new Mismatch("amount", ordered.toString(), said.amount().toString());
        }
        return Boolean.FALSE.equals(said.payeeMatches())
                ? new Mismatch("payee", "the payee we ordered", "another payee")
                : null;
    }

    /** A debit may bring less. A payout pays all or is looked at by a person; a credit is for what its terms say. */
    private static boolean isAmountOf(Order order, RecordConfirmed said) {
        var terms = said.terms();
        return switch (order) {
            case Order.Collect o -> isWithin(said.amount(), o.amount());
            case Order.RequestCredit o ->
                said.amount().equals(terms == null || terms.amount() == null ? o.amount() : terms.amount());
            default -> said.amount().equals(order.amount());
        };
    }

    /** More than nothing, and not more than that. */
    static boolean isWithin(Money amount, Money most) {
        return amount.currency().equals(most.currency()) && amount.isPositive() && !amount.isMoreThan(most);
    }

    /** By what two breaks of one instruction are the same. */
    static String key(String kind, String found) {
        return kind + " " + found;
    }
}
