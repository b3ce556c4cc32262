package tallystick.application.intake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.intake.DraftBody.CollateralBody;
import tallystick.kernel.Money;

/** What was entered of a vehicle and of who sells it, as facts for the audit; a loan without a vehicle has none of them. */
final class StatedVehicle {
    private StatedVehicle() {}

    /** @param terms on which the product lends on it: they are of the product's version, and the law's on its day */
    static Map<String, String> facts(DraftBody entered, ProductData.@Nullable Collateral terms) {
        var vehicle = entered.collateral();
        var facts = new TreeMap<String, String>();
        if (vehicle == null) {
            return facts;
        }
        put(facts, "vehicle.firstRegistered", vehicle.firstRegistered());
        put(facts, "vehicle.odometerKm", vehicle.mileage());
        put(facts, "vehicle.price", amount(vehicle.price()));
        put(facts, "vehicle.valuation", amount(vehicle.valuation()));
        put(facts, "vehicle.electric", electric(vehicle));
        put(
                facts,
                "vehicle.maxLoanToValue",
                terms == null ? null : terms.maxLoanToValue().toPlainString());
        // Intake lets nobody but an admitted dealer bring a vehicle; others are sold by their owners.
        facts.put("vehicle.seller", entered.dealer() == null ? "PRIVATE" : "DEALER");
        facts.put("dealer.status", entered.dealer() == null ? "NONE" : "ADMITTED");
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static @Nullable String electric(CollateralBody vehicle) {
        return Optional.ofNullable(vehicle.electric())
                .map(electric -> electric ? "YES" : "NO")
                .orElse(null);
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }
}
