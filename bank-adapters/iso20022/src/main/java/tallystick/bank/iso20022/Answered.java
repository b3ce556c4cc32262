package tallystick.bank.iso20022;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.bank.iso20022.BankStatement.Booking;
import tallystick.bank.iso20022.Element.Unreadable;
import tallystick.bank.iso20022.StatusReport.Meaning;
import tallystick.bank.iso20022.StatusReport.OfBlock;
import tallystick.bank.iso20022.StatusReport.OfPayment;
import tallystick.bank.iso20022.StatusReport.Status;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.Operation;

/** What a bank's file says of orders that we know. Pure. */
final class Answered {
    private Answered() {}

    /** An order of ours, as the ledger has it. */
    record Sent(
            String instruction,
            String endToEnd,
            Operation operation,
            Amount amount,
            @Nullable String block) {
        /** Which way its money goes. */
        Direction direction() {
            return operation == Operation.COLLECT ? Direction.CREDIT : Direction.DEBIT;
        }
    }

    /**
     * What a status report says of each payment of the file it is about.
     *
     * @param sent all that the file has
     * @throws Unreadable when it is about another file than the one that was sent
     */
    static List<BankFact> of(StatusReport report, List<Sent> sent, LocalDate day) {
        check(report, sent);
        var blocks = new HashMap<String, OfBlock>();
        var payments = new HashMap<String, OfPayment>();
        for (var block : report.blocks()) {
            blocks.put(block.block(), block);
            block.payments().forEach(payment -> payments.put(payment.endToEnd(), payment));
        }
        var facts = new ArrayList<BankFact>();
        for (var order : sent) {
            var block = blocks.get(String.valueOf(order.block()));
            var payment = payments.remove(order.endToEnd());
            var status = firstOf(
                    payment == null ? null : payment.status(), block == null ? null : block.status(), report.status());
            if (status != null && status.meaning() != Meaning.MIXED) {
                facts.add(fact(order, status, payment, day));
            }
        }
        payments.values()
                .forEach(_ -> facts.add(new BankFact.Unreadable("It answers a payment that the file has not.")));
        return facts;
    }

    /** A bank that read another file than ours says nothing of ours. */
    private static void check(StatusReport report, List<Sent> sent) {
        var total = sent.stream().map(order -> order.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sent.isEmpty()) {
            throw new Unreadable("It answers a file that we have not sent.");
        }
        if ((report.count() != null && report.count() != sent.size())
                || (report.total() != null && report.total().compareTo(total) != 0)) {
            throw new Unreadable("It answers a file of another number or sum than ours.");
        }
        var blocks = new HashSet<String>();
        sent.forEach(order -> blocks.add(String.valueOf(order.block())));
        if (!blocks.containsAll(report.blocks().stream().map(OfBlock::block).toList())) {
            throw new Unreadable("It answers a block that the file has not.");
        }
    }

    private static @Nullable Status firstOf(@Nullable Status... statuses) {
        for (var status : statuses) {
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    /** Done is confirmed only where the bank repeats the amount: else it is taken, and its booking confirms it. */
    private static BankFact fact(Sent order, Status status, @Nullable OfPayment payment, LocalDate day) {
        var reference = payment == null ? null : payment.reference();
        var amount = payment == null ? null : payment.amount();
        if (status.meaning() == Meaning.REFUSED) {
            return new BankFact.Rejected(order.instruction(), order.operation(), reference, null, status.reason());
        }
        if (status.meaning() != Meaning.DONE || payment == null || amount == null) {
            return new BankFact.Accepted(order.instruction(), order.operation(), reference, null);
        }
        // Of a debit the report names the creditor, which is us.
        var account = order.operation() == Operation.COLLECT ? null : payment.account();
        return new BankFact.Confirmed(
                order.instruction(),
                order.operation(),
                reference,
                null,
                amount,
                account == null ? null : new Confidential(account),
                Objects.requireNonNullElse(payment.day(), day),
                null);
    }

    /** What notices of bookings say: done, come back, or paid by a customer. What else they show, the statement shows too. */
    static List<BankFact> of(List<Booking> bookings, Map<String, Sent> known) {
        var facts = new ArrayList<BankFact>();
        for (var booking : bookings) {
            var order = booking.endToEnd() == null ? null : known.get(booking.endToEnd());
            var loan = booking.loan();
            if (order != null) {
                facts.add(order.direction() == booking.direction() ? done(order, booking) : back(order, booking));
            } else if (loan != null && booking.direction() == Direction.CREDIT) {
                facts.add(new BankFact.RepaymentReceived(
                        loan, booking.reference(), booking.amount(), booking.valueDate()));
            }
        }
        return facts;
    }

    private static BankFact done(Sent order, Booking booking) {
        return new BankFact.Confirmed(
                order.instruction(),
                order.operation(),
                booking.reference(),
                null,
                booking.amount(),
                null,
                booking.valueDate(),
                null);
    }

    private static BankFact back(Sent order, Booking booking) {
        return new BankFact.Returned(
                order.instruction(),
                order.operation(),
                booking.reference(),
                null,
                booking.amount(),
                Objects.requireNonNullElse(booking.returned(), "NOT_SAID"),
                booking.valueDate());
    }

    /** A booking of a whole block is one of each of its payments, when it is of all of them. */
    static List<Booking> apart(Booking booking, List<Sent> block) {
        var total = block.stream().map(order -> order.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var isWhole = booking.endToEnd() == null
                && !block.isEmpty()
                && block.getFirst().direction() == booking.direction()
                && total.compareTo(booking.amount().value()) == 0;
        return !isWhole
                ? List.of(booking)
                : block.stream()
                        .map(order -> new Booking(
                                booking.reference() + "." + order.endToEnd(),
                                order.endToEnd(),
                                booking.block(),
                                null,
                                booking.direction(),
                                order.amount(),
                                booking.valueDate(),
                                null))
                        .toList();
    }

    static Set<String> endToEnds(List<Booking> bookings) {
        var ids = new HashSet<String>();
        bookings.forEach(booking -> {
            if (booking.endToEnd() != null) {
                ids.add(booking.endToEnd());
            }
        });
        return ids;
    }
}
