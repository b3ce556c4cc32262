package tallystick.loan.quotes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Terms;
import tools.jackson.databind.JsonNode;

/** Terms and what happened since. */
record SimulationBody(Terms terms, LocalDate asOf, AllocationBody allocation, List<FactBody> facts) {

    /** One order for every kind of money; orders by kind follow with the kinds. */
    record AllocationBody(
            @com.fasterxml.jackson.annotation.JsonProperty("default")
            OrderBody usual) {}

    /** @param order one short form as text, or twelve names */
    record OrderBody(JsonNode order, Allocation.Across across, Allocation.Future future) {}

    /** One dated fact; which fields it needs depends on its type. */
    record FactBody(
            String id,
            Type type,
            LocalDate date,
            @Nullable Money amount,
            @Nullable String of,
            @Nullable String kind,
            @Nullable LocalDate due) {
        /** What happened. */
        enum Type {
            REPAYMENT,
            CHARGE,
            REVERSAL
        }
    }
}
