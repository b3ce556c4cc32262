package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.Source;

/** One movement of money in REST. */
record TransactionView(
        int nr,
        Transaction.Type type,
        LocalDate valueDate,
        Instant bookedAt,
        Money amount,
        @Nullable Source source,
        @Nullable Shared allocation,
        @Nullable Integer reversedBy,
        LoanState loanState) {
    /** What it paid. */
    record Shared(BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal credit) {
        static Shared of(Parts parts) {
            return new Shared(
                    parts.principal().amount(),
                    parts.interest().amount(),
                    parts.fees().amount(),
                    parts.penalties().amount(),
                    parts.credit().amount());
        }
    }

    static TransactionView of(Transaction moved, LoanState state) {
        var parts = moved.parts();
        return new TransactionView(
                moved.nr(),
                moved.type(),
                moved.valueDate(),
                moved.bookedAt(),
                moved.amount(),
                moved.source(),
                parts == null ? null : Shared.of(parts),
                moved.reversedBy(),
                state);
    }
}
