package tallystick.loan.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** Writes one balanced journal for each money event, in the transaction of the token. It halts rather than skip one. */
final class Ledger {
    private final PostingRules rules;

    Ledger(PostingRules rules) {
        this.rules = rules;
    }

    @EventHandler
    void on(LoanEvent event, @MessageIdentifier String cause, JdbcTemplate jdbc) {
        switch (event) {
            case PayoutConfirmed e -> journal(e, cause, e.bookingDate(), e.at(), Map.of("amount", e.amount()), jdbc);
            case PayoutReturned e -> journal(e, cause, e.bookingDate(), e.at(), Map.of("amount", e.amount()), jdbc);
            case RepaymentReceived e -> journal(e, cause, e.bookingDate(), e.at(), parts(e.parts()), jdbc);
            case TransactionReversed e -> journal(e, cause, e.bookingDate(), e.at(), parts(e.parts()), jdbc);
            case MoneyHeld e -> journal(e, cause, e.bookingDate(), e.at(), Map.of("amount", e.amount()), jdbc);
            case LoanRestated e -> write(e, cause, e.bookingDate(), e.at(), restated(e), jdbc);
            default -> {}
        }
    }

    private void journal(
            LoanEvent event, String cause, LocalDate date, Instant at, Map<String, Money> parts, JdbcTemplate jdbc) {
        write(event, cause, date, at, rules.postings(event.getClass().getSimpleName(), parts), jdbc);
    }

    /** What money paid before is booked back, and what it pays now is booked: only the difference moves. */
    private List<Posting> restated(LoanRestated event) {
        var postings = new ArrayList<Posting>();
        for (var moved : event.moved()) {
            var difference = new LinkedHashMap<String, Money>();
            var before = parts(moved.before());
            parts(moved.after())
                    .forEach((part, now) -> difference.put(part, now.minus(Objects.requireNonNull(before.get(part)))));
            postings.addAll(rules.postings("RepaymentReceived", difference));
        }
        return postings;
    }

    private static Map<String, Money> parts(Parts parts) {
        var named = new LinkedHashMap<String, Money>();
        named.put("principal", parts.principal());
        named.put("interest", parts.interest());
        named.put("fees", parts.fees());
        named.put("penalties", parts.penalties());
        named.put("credit", parts.credit());
        return named;
    }

    private static void write(
            LoanEvent event, String cause, LocalDate date, Instant at, List<Posting> postings, JdbcTemplate jdbc) {
        if (postings.isEmpty()) {
            return;
        }
        Balance.check(cause, postings);
        var id = "journal-" + cause.replace('/', '.');
        jdbc.update(
                "insert into loan.journals (id, loan, date, known_at, cause, event) values (?, ?, ?, ?, ?, ?)",
                id,
                event.loan().value(),
                date,
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                cause,
                "loan." + event.getClass().getSimpleName());
        for (var nr = 0; nr < postings.size(); nr++) {
            var posting = postings.get(nr);
            jdbc.update(
                    "insert into loan.postings (journal, nr, account, side, currency, amount) values (?, ?, ?, ?, ?,"
                            + " ?)",
                    id,
                    nr + 1,
                    posting.account(),
                    posting.side().name(),
                    posting.amount().currency().getCurrencyCode(),
                    posting.amount().amount());
        }
    }
}
