package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.Optional;
import tallystick.kernel.Rate;
import tallystick.loan.engine.Share;
import tallystick.loan.engine.cost.CapCheck;
import tallystick.loan.engine.cost.CostCap;
import tallystick.loan.engine.cost.Paid;
import tallystick.loan.terms.CapsInForce;

/** What a loan costs as it went, against the cap of the day it was booked. */
final class RealCost {
    private static final CapsInForce CAPS = CapsInForce.shipped();

    private RealCost() {}

    static Optional<CostCap> cap(Loan is) {
        return CAPS.of(is.jurisdiction(), is.booked().bookingDate());
    }

    /** With all that was charged and paid by a day. */
    static CapCheck check(Loan is, CostCap cap, LocalDate day) {
        var standing = Standing.of(is);
        var now = standing.on(day);
        var paid = is.transactions().stream()
                .filter(moved -> moved.type() == Transaction.Type.REPAYMENT && moved.pays())
                .flatMap(moved ->
                        now
                                .share(moved.id())
                                .map(Share::parts)
                                .map(parts -> new Paid(moved.valueDate(), parts))
                                .stream())
                .toList();
        return CapCheck.asItWent(cap, Rate.ZERO, standing.terms(), paid, now);
    }
}
