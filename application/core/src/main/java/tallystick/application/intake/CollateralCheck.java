package tallystick.application.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.intake.DraftBody.CollateralBody;
import tallystick.application.market.Market;
import tallystick.application.products.Complaints;
import tallystick.kernel.Money;

/** Checks what shall secure the loan: a vehicle and what it is worth. */
final class CollateralCheck {
    private static final int MOST_KILOMETRES = 2_000_000;

    private final Complaints complaints;
    private final Market market;
    private final ProductData product;
    private final LocalDate today;

    CollateralCheck(Complaints complaints, Market market, ProductData product, LocalDate today) {
        this.complaints = complaints;
        this.market = market;
        this.product = product;
        this.today = today;
    }

    void vehicle(CollateralBody vehicle, String kind) {
        complaints.text("/collateral/kind", vehicle.kind(), kind, kind);
        complaints.form("/collateral/vin", vehicle.vin(), market.vehicle());
        complaints.text("/collateral/plate", vehicle.plate(), "(?U)[\\p{L}0-9 ·-]{4,12}", "4 to 12 letters and digits");
        complaints.text("/collateral/model", vehicle.model(), "(?U)[^\\p{Cntrl}]{2,100}", "2 to 100 characters");
        var kilometres = vehicle.mileage();
        if (kilometres != null && (kilometres < 0 || kilometres > MOST_KILOMETRES)) {
            complaints.wrong("/collateral/mileage", "not-allowed", "0 to " + MOST_KILOMETRES, kilometres.toString());
        }
        if (vehicle.firstRegistered() != null && vehicle.firstRegistered().isAfter(today)) {
            complaints.wrong("/collateral/firstRegistered", "in-the-future", "no later than " + today, "a later day");
        }
        worth("/collateral/price", vehicle.price());
        worth("/collateral/valuation", vehicle.valuation());
    }

    private void worth(String pointer, @Nullable Money worth) {
        if (worth != null
                && (!worth.isMoreThan(Money.zero(worth.currency()))
                        || !worth.currency().getCurrencyCode().equals(product.currency()))) {
            complaints.wrong(pointer, "not-allowed", "above zero, in " + product.currency(), "another amount");
        }
    }
}
