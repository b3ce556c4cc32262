package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** What single loans come to as of a day, as far as it is known now; reports add up rows for the many that are plain. */
public final class LoansAsOf {
    private final Things things;
    private final RegulatoryClasses classes = RegulatoryClasses.shipped();

    LoansAsOf(Things things) {
        this.things = things;
    }

    /** A loan that ran on the day, and its class by rules or by two people. */
    public record Classed(String product, String regulatoryClass, String currency, BigDecimal principal) {}

    public List<Classed> classed(Collection<String> loans, LocalDate day) {
        return DayWork.loaded(things, loans)
                .map(Decided::state)
                .filter(is -> runs(is, day))
                .map(is -> classed(is, day))
                .toList();
    }

    /** The class of loans that are not late. */
    public String regular(String jurisdiction, LocalDate day) {
        return classes.of(jurisdiction, 0, day).name();
    }

    private Classed classed(Loan is, LocalDate day) {
        var now = Standing.of(is).on(day);
        var rule = classes.of(is.jurisdiction(), Lateness.days(now), day);
        return new Classed(
                is.booked().product().name(),
                RegulatoryClasses.given(is, day).map(RegulatoryClasses::name).orElse(rule.name()),
                is.zero().currency().getCurrencyCode(),
                now.outstanding().principal().amount());
    }

    /**
     * What a loan that ran on the day costs as it went, against the cap of the day it was booked.
     *
     * @param cap null where none holds
     * @param highest what the cap allows a year
     */
    public record Costing(
            String loan,
            String product,
            LocalDate bookedOn,
            @Nullable String cap,
            @Nullable BigDecimal highest,
            @Nullable BigDecimal cost,
            boolean above) {}

    public List<Costing> costs(Collection<String> loans, LocalDate day) {
        return DayWork.loaded(things, loans)
                .map(Decided::state)
                .filter(is -> runs(is, day))
                .map(is -> cost(is, day))
                .toList();
    }

    private static Costing cost(Loan is, LocalDate day) {
        var cap = RealCost.cap(is);
        var check = cap.map(limit -> RealCost.check(is, limit, day));
        return new Costing(
                is.id().value(),
                is.booked().product().name(),
                is.booked().bookingDate(),
                cap.map(limit -> limit.id()).orElse(null),
                cap.map(limit -> limit.limit(Rate.ZERO).perYear()).orElse(null),
                check.flatMap(known -> known.cost()).orElse(null),
                check.filter(known -> !known.holds()).isPresent());
    }

    private static boolean runs(Loan is, LocalDate day) {
        var since = is.activeSince();
        return since != null
                && !since.isAfter(day)
                && is.state() != LoanState.SOLD
                && !Standing.of(is).on(day).paidOff();
    }
}
