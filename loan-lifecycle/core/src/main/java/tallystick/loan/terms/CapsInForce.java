package tallystick.loan.terms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tallystick.loan.csv.ShippedFile;
import tallystick.loan.engine.cost.CostCap;
import tallystick.loan.engine.cost.CostCaps;

/** Which cap on the cost of credit holds for our loans where and when. One that needs an index is tested at quotes. */
public final class CapsInForce {
    private final List<Limit> limits;

    private record Limit(String jurisdiction, CostCap cap) {}

    private CapsInForce(List<Limit> limits) {
        this.limits = limits;
    }

    public static CapsInForce shipped() {
        return new CapsInForce(ShippedFile.lines("/regulation/caps.csv")
                .map(cells -> new Limit(cells[0], CostCaps.of(cells[1]).orElseThrow()))
                .toList());
    }

    /** The newest that was valid. */
    public Optional<CostCap> of(String jurisdiction, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.jurisdiction().equals(jurisdiction))
                .map(Limit::cap)
                .filter(cap -> cap.isValidOn(day))
                .max(Comparator.comparing(CostCap::validFrom));
    }
}
