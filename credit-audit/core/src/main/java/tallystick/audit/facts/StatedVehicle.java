package tallystick.audit.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was stated about the vehicle of a car loan, and what follows from it; a loan without a vehicle is a cash loan. */
record StatedVehicle(Map<String, String> stated) {
    private static final String MOST = "vehicle.maxLoanToValue";
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final Set<String> TAKEN = Set.of(
            "vehicle.electric",
            MOST,
            "vehicle.odometerKm",
            "vehicle.seller",
            "dealer.status",
            "dealer.tier",
            "dealer.firstPaymentDefaults");

    static StatedVehicle of(Map<String, String> all) {
        var vehicle = new TreeMap<String, String>();
        all.forEach((name, value) -> {
            if (name.startsWith("vehicle.") || name.startsWith("dealer.")) {
                vehicle.put(name, value);
            }
        });
        return new StatedVehicle(vehicle);
    }

    void facts(Map<String, String> facts, BigDecimal amount, LocalDate today, LocalDate maturity) {
        facts.put("product", stated.isEmpty() ? "CASH" : "CAR");
        stated.forEach((name, value) -> {
            if (TAKEN.contains(name)) {
                facts.put(name, value);
            }
        });
        value(facts, amount);
        registered().ifPresent(registered -> age(facts, registered, today, maturity));
    }

    private void value(Map<String, String> facts, BigDecimal amount) {
        var price = number("vehicle.price");
        var valuation = number("vehicle.valuation");
        if (price == null || valuation == null || price.signum() <= 0 || valuation.signum() <= 0) {
            return;
        }
        var worth = price.min(valuation);
        facts.put("vehicle.ltv", ratio(amount, worth));
        var most = number(MOST);
        if (most != null) {
            facts.put(
                    "vehicle.lendable",
                    worth.multiply(most).setScale(-2, RoundingMode.DOWN).toPlainString());
        }
        facts.put("vehicle.downPayment", ratio(price.subtract(amount).max(BigDecimal.ZERO), price));
        facts.put("vehicle.priceToValuation", ratio(price, valuation));
    }

    /** A day that cannot be read is as good as none: the rules say what follows. */
    private Optional<LocalDate> registered() {
        try {
            return Optional.ofNullable(stated.get("vehicle.firstRegistered")).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What was registered before is used; a started month counts as a whole one. */
    private void age(Map<String, String> facts, LocalDate registered, LocalDate today, LocalDate maturity) {
        var age = BigDecimal.valueOf(months(registered, today));
        facts.put("vehicle.used", "YES");
        facts.put("vehicle.ageMonths", age.toPlainString());
        facts.put("vehicle.ageAtMaturityMonths", Long.toString(months(registered, maturity)));
        var driven = number("vehicle.odometerKm");
        if (driven != null) {
            facts.put(
                    "vehicle.kmPerYear",
                    driven.multiply(MONTHS)
                            .divide(age.max(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    private static long months(LocalDate from, LocalDate to) {
        var whole = ChronoUnit.MONTHS.between(from, to);
        return from.plusMonths(whole).isBefore(to) ? whole + 1 : whole;
    }

    private @Nullable BigDecimal number(String fact) {
        var text = stated.get(fact);
        return text != null && text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? new BigDecimal(text) : null;
    }

    private static String ratio(BigDecimal of, BigDecimal to) {
        return of.divide(to, 4, RoundingMode.UP).toPlainString();
    }
}
