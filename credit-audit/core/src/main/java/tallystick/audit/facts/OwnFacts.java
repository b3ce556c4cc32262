package tallystick.audit.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.ScheduleRow.ToPay;
import tallystick.loan.api.Terms;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.web.json.WebJson;

/** The facts of a party's other applications and of its loans; a party without a decline has no fact about one. */
final class OwnFacts {
    private static final int WEEK = 7;

    private final JdbcClient database;
    private final Queries queries;

    OwnFacts(JdbcClient database, Queries queries) {
        this.database = database;
        this.queries = queries;
    }

    /** One loan of the party. */
    private record OwnLoan(
            String state,
            Terms terms,
            BigDecimal paid,
            BigDecimal principalPaid,
            @Nullable String worst) {
        boolean isRunning() {
            return state.equals("ACTIVE") || state.equals("BOOKED");
        }

        BigDecimal aMonth() {
            return Instalment.aMonth(
                    terms.principal().amount(), terms.annualRate().perYear(), terms.count(), terms.every());
        }

        BigDecimal owed() {
            return terms.principal().amount().subtract(principalPaid).max(BigDecimal.ZERO);
        }
    }

    Map<String, String> of(PartyId party, ApplicationId but, BigDecimal asked, LocalDate today, Instant at) {
        var facts = new TreeMap<String, String>();
        var book = applications(facts, party, but, at);
        var loans = book.hasLoans() ? loans(party) : List.<OwnLoan>of();
        var running = loans.stream().filter(OwnLoan::isRunning).toList();
        var owed = sum(running.stream().map(OwnLoan::owed)).add(book.asked());
        facts.put("own.owed", owed.toPlainString());
        facts.put("own.exposure", owed.add(asked).toPlainString());
        facts.put("own.instalments", sum(running.stream().map(OwnLoan::aMonth)).toPlainString());
        facts.put(
                "own.paidLoans",
                count(loans.stream()
                        .filter(loan -> loan.state().equals("PAID_OFF"))
                        .count()));
        facts.put(
                "own.overdueLoans",
                count(loans.stream().filter(loan -> isOverdue(loan, today)).count()));
        facts.put("own.worstStatus", worst(loans));
        return facts;
    }

    private static String worst(List<OwnLoan> loans) {
        return loans.stream()
                .map(OwnLoan::worst)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder()) // WRITTEN_OFF comes after GUARANTOR_PAID.
                .orElse("NONE");
    }

    /**
     * What the first look at the book tells.
     *
     * @param asked what other applications under way may yet come to: three small loans are no way around one limit
     */
    private record Book(BigDecimal asked, boolean hasLoans) {}

    /** One statement for everybody, a second one for those who have loans. */
    private Book applications(Map<String, String> facts, PartyId party, ApplicationId but, Instant at) {
        return database.sql("""
            select count(*) filter (where open) as open, count(*) filter (where submitted_at > ?) as recent,
                   max(declined_at) as declined, coalesce(sum(amount) filter (where open), 0) as asked,
                   exists (select from audit.own_loans_v2 where party = ?) as loans
              from audit.own_applications_v2 where party = ? and application <> ?
            """)
                .params(
                        OffsetDateTime.ofInstant(at.minus(WEEK, ChronoUnit.DAYS), ZoneOffset.UTC),
                        party.value(),
                        party.value(),
                        but.value())
                .query((row, _) -> {
                    facts.put("own.openApplications", row.getString("open"));
                    facts.put("own.applications7d", row.getString("recent"));
                    Optional.ofNullable(row.getTimestamp("declined"))
                            .ifPresent(declined -> facts.put(
                                    "own.daysSinceDecline", count(ChronoUnit.DAYS.between(declined.toInstant(), at))));
                    return new Book(row.getBigDecimal("asked"), row.getBoolean("loans"));
                })
                .single();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<OwnLoan> loans(PartyId party) {
        return database.sql("select state, terms, paid, principal_paid, worst from audit.own_loans_v2 where party = ?")
                .param(party.value())
                .query((row, _) -> new OwnLoan(
                        row.getString("state"),
                        WebJson.get().readValue(row.getString("terms"), Terms.class),
                        row.getBigDecimal("paid"),
                        row.getBigDecimal("principal_paid"),
                        row.getString("worst")))
                .list();
    }

    /** Whether less came than was due before today, by the schedule of its terms. */
    private boolean isOverdue(OwnLoan loan, LocalDate today) {
        if (!loan.state().equals("ACTIVE")) {
            return false;
        }
        var due = queries.ask(new QuoteTerms(loan.terms())).rows().stream()
                .filter(row -> row.due().isBefore(today))
                .filter(ToPay.class::isInstance)
                .map(row -> ((ToPay) row).total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return loan.paid().compareTo(due) < 0;
    }

    private static String count(long count) {
        return Long.toString(count);
    }
}
