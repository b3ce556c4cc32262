package tallystick.bank.sandbox;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/** Composes what the bank says of one order: the truth first, then what the fault makes of it. */
final class Tellings {
    static final Duration RETURN_AFTER = Duration.ofSeconds(2);

    private static final List<String> WHY_PAYOUTS_COME_BACK =
            List.of("ACCOUNT_CLOSED", "ACCOUNT_UNKNOWN", "ACCOUNT_BLOCKED");
    private static final List<String> WHY_DEBITS_COME_BACK =
            List.of("INSUFFICIENT_FUNDS", "NO_MANDATE", "REFUND_ASKED_BY_DEBTOR");

    private final Order order;
    private final String reference;
    private final LongSupplier sequence;
    private final LocalDate today;
    private final Duration delay;

    /** @param sequence the next number of the bank's own count */
    Tellings(Order order, String reference, LongSupplier sequence, LocalDate today, Duration delay) {
        this.order = order;
        this.reference = reference;
        this.sequence = sequence;
        this.today = today;
        this.delay = delay;
    }

    /** In the order in which the bank comes to say them. */
    List<Telling> all(Decision decision, Optional<Script.Due> due) {
        var late = due.filter(one -> one.fault() == Fault.REORDER).map(_ -> said("accepted", null, null));
        var truth = truth(decision, due);
        return truth.isEmpty() ? truth : spoilt(truth, due, late.orElse(null));
    }

    private List<Telling> truth(Decision decision, Optional<Script.Due> due) {
        var fault = due.map(Script.Due::fault).orElse(null);
        var amount = decision.of(order.amount());
        return switch (decision) {
            case YES, PART -> List.of(done(amount, fault));
            case OTHER_TERMS -> List.of(said("confirmed", amount, null));
            case NO -> List.of(said("rejected", null, fault == Fault.FROZEN ? "ACCOUNT_FROZEN" : "REFUSED_BY_BANK"));
            case SILENCE -> List.of();
            case RETURN ->
                List.of(
                        said("confirmed", amount, null),
                        said("returned", amount, back(due)).after(RETURN_AFTER));
        };
    }

    /** Why it came back: of a script, the seed decides. */
    private String back(Optional<Script.Due> due) {
        var why = order.operation() == Operation.COLLECT ? WHY_DEBITS_COME_BACK : WHY_PAYOUTS_COME_BACK;
        return why.get(due.map(one -> one.random().nextInt(why.size())).orElse(0));
    }

    private Telling done(Amount amount, @Nullable Fault fault) {
        var teller = fault == Fault.OTHER_PAYEE
                ? new Tellings(order.toSomebodyElse(), reference, sequence, today, delay)
                : this;
        return teller.said("confirmed", fault == Fault.WRONG_AMOUNT ? wrong(amount) : amount, null);
    }

    private List<Telling> spoilt(List<Telling> truth, Optional<Script.Due> due, @Nullable Telling accepted) {
        var first = truth.getFirst();
        var id = first.webhookId();
        var soon = delay.plusMillis(100);
        var all = new ArrayList<>(truth);
        switch (due.map(Script.Due::fault).orElse(null)) {
            case DELAY -> all.set(0, first.after(late(due.orElseThrow())));
            case TIMEOUT_AFTER_SUCCESS, DROP -> all.replaceAll(Telling::untold);
            case DUPLICATE -> {
                all.add(first.as(id, null, soon));
                all.add(first.as(id + ".again", null, soon));
            }
            case REORDER -> {
                if (accepted != null) {
                    all.add(accepted.as(accepted.webhookId(), null, soon));
                }
            }
            case FORGED, STALE -> {
                all.set(0, first.after(soon));
                all.add(0, first.as(id + ".false", due.orElseThrow().fault(), delay));
            }
            case CONTRADICT -> all.add(contrary(first, soon));
            case null, default -> {}
        }
        return all;
    }

    private Telling contrary(Telling first, Duration after) {
        var contrary = first.body().contains(".rejected\"")
                ? said("confirmed", order.amount(), null)
                : said("rejected", null, "CHANGED_OUR_MIND");
        return contrary.as(contrary.webhookId(), null, after);
    }

    private static Duration late(Script.Due due) {
        return Duration.ofMillis(2000 + due.random().nextInt(1000));
    }

    private static Amount wrong(Amount amount) {
        return new Amount(amount.currency(), amount.value().add(java.math.BigDecimal.ONE));
    }

    Telling said(String word, @Nullable Amount amount, @Nullable String reason) {
        var number = sequence.getAsLong();
        var body = Json.write(body(word, number, amount, reason));
        return new Telling("%s.%d".formatted(reference, number), body, delay, true, true, null);
    }

    private Map<String, @Nullable Object> body(
            String word, long number, @Nullable Amount amount, @Nullable String reason) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", Messages.word(order.operation()) + "." + word);
        body.put("sequence", number);
        body.put("instruction", order.id());
        body.put("bankReference", reference);
        body.put("amount", Messages.amount(amount == null ? order.amount() : amount));
        body.put("payee", order.payee());
        body.put("valueDate", today.toString());
        body.put("reason", reason);
        if (word.equals("confirmed") && amount != null && order.annualRate() != null && differs(amount)) {
            body.put("terms", terms(amount, order.annualRate()));
        }
        return body;
    }

    private boolean differs(Amount amount) {
        return amount.value().compareTo(order.amount().value()) < 0;
    }

    private Map<String, @Nullable Object> terms(Amount amount, String annualRate) {
        var terms = new LinkedHashMap<String, @Nullable Object>();
        terms.put("amount", Messages.amount(amount));
        terms.put(
                "annualRate",
                new java.math.BigDecimal(annualRate)
                        .add(new java.math.BigDecimal("0.01"))
                        .toPlainString());
        terms.put("count", order.count());
        return terms;
    }
}
