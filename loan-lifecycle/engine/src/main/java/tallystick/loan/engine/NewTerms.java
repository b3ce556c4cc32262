package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * What a restructure changes; what it leaves out stays as it was.
 *
 * @param annualRate from the day of the restructure on
 * @param dueDates all that are still to come: an extension, a holiday or another due day
 * @param agreed amounts, where the new amortization has such
 */
public record NewTerms(
        @Nullable Rate annualRate,
        @Nullable List<LocalDate> dueDates,
        @Nullable Amortization amortization,
        Agreed agreed,
        Arrears arrears) {
    /** What becomes of amounts that are overdue. */
    public enum Arrears {
        /** They stay due. */
        STAY,
        /** They become principal of the rows to come: interest, fees and penalties too. */
        CAPITALIZED
    }

    public static NewTerms rate(Rate annualRate) {
        return new NewTerms(annualRate, null, null, Agreed.NOTHING, Arrears.STAY);
    }

    public static NewTerms dueDates(List<LocalDate> dueDates) {
        return new NewTerms(null, dueDates, null, Agreed.NOTHING, Arrears.STAY);
    }

    public NewTerms with(Arrears other) {
        return new NewTerms(annualRate, dueDates, amortization, agreed, other);
    }
}
