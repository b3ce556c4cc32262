package tallystick.bank.gateway.instruction;

import java.time.Instant;
import java.time.LocalDate;
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
        if (Boolean.FALSE.equals(said.payeeMatches())) {
            return new Mismatch("payee", "the payee we ordered", "another payee");
        }
        return ahead(said.valueDate(), said.at());
    }

    /** What is done has a day that has come; the bank is asked again until it has. */
    static @Nullable Mismatch ahead(LocalDate valueDate, Instant at) {
        return Plausible.hasCome(valueDate, at)
                ? null
                : new Mismatch("value-date-ahead", "a day that has come", valueDate.toString());
    }

    /**
     * A debit may bring less. A payout pays all or is looked at by a person; a credit is for what its terms say, and never
     * for more than was asked: that is what was agreed and reserved.
     */
    private static boolean isAmountOf(Order order, RecordConfirmed said) {
        var terms = said.terms();
        return switch (order) {
            case Order.Collect o -> isWithin(said.amount(), o.amount());
            case Order.RequestCredit o ->
                isWithin(said.amount(), o.amount())
                        && said.amount().equals(terms == null || terms.amount() == null ? o.amount() : terms.amount());
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
