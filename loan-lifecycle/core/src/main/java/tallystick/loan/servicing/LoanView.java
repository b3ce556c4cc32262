package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Bucket;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.engine.Statement;

/** A loan in REST, as of a business date. */
record LoanView(
        String id,
        String application,
        String product,
        int productVersion,
        LoanState state,
        List<String> flags,
        @Nullable Bucket bucket,
        long overdueDays,
        String currency,
        BigDecimal principal,
        Owed outstanding,
        BigDecimal creditBalance,
        @Nullable Due nextDue,
        LocalDate asOf,
        Instant knownAt,
        long version) {
    /** What is owed, by component. */
    record Owed(BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal total) {}

    /** The next row with something to pay. */
    record Due(LocalDate date, BigDecimal total) {}

    static LoanView of(Loan loan, long version, LocalDate asOf, Instant knownAt) {
        var standing = Standing.of(loan);
        var now = standing.on(asOf);
        var hasRows = loan.hasRowsOn(asOf);
        var overdue = hasRows ? Lateness.days(now) : 0;
        return new LoanView(
                loan.id().value(),
                loan.booked().application().value(),
                loan.booked().product().name(),
                loan.booked().productVersion(),
                loan.state(),
                loan.flags(),
                Bucket.of(overdue),
                overdue,
                loan.terms().principal().currency().getCurrencyCode(),
                loan.terms().principal().amount(),
                owed(standing.owedOn(asOf)),
                standing.credit(now).amount(),
                hasRows ? next(now, asOf) : null,
                asOf,
                knownAt,
                version);
    }

    private static Owed owed(Parts owed) {
        return new Owed(
                owed.principal().amount(),
                owed.interest().amount(),
                owed.fees().amount(),
                owed.penalties().amount(),
                owed.debt().amount());
    }

    private static @Nullable Due next(Statement now, LocalDate asOf) {
        return now.rows().stream()
                .filter(row -> !row.isPaid() && !row.row().due().isBefore(asOf))
                .findFirst()
                .map(row -> new Due(row.row().due(), row.outstanding().total().amount()))
                .orElse(null);
    }
}
