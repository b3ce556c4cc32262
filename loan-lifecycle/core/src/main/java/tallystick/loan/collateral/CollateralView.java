package tallystick.loan.collateral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.CollateralKind;
import tallystick.runtime.decide.Decided;

/** What secures a loan in REST. */
record CollateralView(
        String id,
        String loan,
        CollateralKind kind,
        String what,
        Collateral.State state,
        @Nullable Money value,
        @Nullable LocalDate valuedOn,
        @Nullable String owner,
        @Nullable String charge,
        @Nullable LocalDate insuredUntil,
        @Nullable Money sold,
        @Nullable String proposed,
        @Nullable String proposedBy,
        long version) {
    static CollateralView of(Decided<Collateral> decided) {
        var is = decided.state();
        return new CollateralView(
                is.id().value(),
                is.loan().value(),
                is.kind(),
                is.what(),
                is.state(),
                is.value(),
                is.valuedOn(),
                is.owner(),
                is.charge(),
                is.insuredUntil(),
                is.sold(),
                is.proposed(),
                is.proposedBy(),
                decided.version());
    }
}
