package tallystick.loan.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;
import tallystick.loan.api.Terms.Amortization;

/**
 * What is agreed anew; what is null stays as it was.
 *
 * @param kind how people call it
 * @param annualRate from the day of the change on
 * @param dueDates all that are still to come
 * @param amortization of the rows to come
 * @param capitalizeArrears whether what is overdue becomes principal of the rows to come
 */
public record NewTerms(
        Kind kind,
        @Nullable Rate annualRate,
        @Nullable List<LocalDate> dueDates,
        @Nullable Amortization amortization,
        boolean capitalizeArrears) {
    /** Stored by name: add, never rename. */
    public enum Kind {
        RESTRUCTURE,
        DUE_DATES,
        PAYMENT_HOLIDAY
    }

    public NewTerms {
        dueDates = dueDates == null ? null : List.copyOf(dueDates);
    }

    /** The same contract on other days. */
    public static NewTerms on(Kind kind, List<LocalDate> dueDates) {
        return new NewTerms(kind, null, dueDates, null, false);
    }
}
