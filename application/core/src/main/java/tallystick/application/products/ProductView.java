package tallystick.application.products;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.api.ProductData.Amounts;
import tallystick.application.api.ProductData.Counts;
import tallystick.application.api.ProductData.EarlySettlement;
import tallystick.application.api.ProductData.Fee;
import tallystick.application.api.ProductData.Order;
import tallystick.application.api.ProductData.Penalty;
import tallystick.application.api.ProductData.Pricing;
import tallystick.application.api.ProductData.Required;

/** A version of a product in REST. */
record ProductView(
        String id,
        String name,
        String jurisdiction,
        String currency,
        Amounts amount,
        Counts count,
        String every,
        Pricing pricing,
        String method,
        String amortization,
        String interestPeriod,
        String dayCount,
        List<Fee> fees,
        @Nullable Penalty penalty,
        Order allocation,
        @Nullable EarlySettlement earlySettlement,
        Required required,
        String offerValidFor,
        int coolingOffDays,
        int version,
        String state,
        String hash) {
    static ProductView of(Product.Version version) {
        ProductData d = version.data();
        return new ProductView(
                d.id(),
                d.name(),
                d.jurisdiction(),
                d.currency(),
                d.amount(),
                d.count(),
                d.every(),
                d.pricing(),
                d.method(),
                d.amortization(),
                d.interestPeriod(),
                d.dayCount(),
                d.fees(),
                d.penalty(),
                d.allocation(),
                d.earlySettlement(),
                d.required(),
                d.offerValidFor(),
                d.coolingOffDays(),
                version.number(),
                version.state(),
                version.hash());
    }
}
