package tallystick.application.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;

/**
 * One programme the router looked at.
 *
 * @param nr counted from 1 over all attempts of the application
 * @param rank its place among the eligible; null when it was skipped
 * @param skipped why not; empty for an eligible one
 */
public record Considered(
        int nr,
        BankId bank,
        ProgrammeId programme,
        @Nullable Integer rank,
        List<Skip> skipped,
        @Nullable FundingLineId fundingLine,
        Rate annualRate) {
    public Considered {
        skipped = List.copyOf(skipped);
    }

    /** A reason such as {@code AMOUNT_ABOVE_MAX}, and its sentence. */
    public record Skip(String code, String text) {}
}
