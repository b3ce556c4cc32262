package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a stated vehicle. */
class StatedVehicleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    private static Map<String, String> facts(Map<String, String> stated) {
        var facts = new HashMap<String, String>();
        StatedVehicle.of(stated).facts(facts, new BigDecimal("60000"), TODAY, TODAY.plusYears(2));
        return facts;
    }

    @Test
    void asMuchIsLendableAsTheProductLendsOnIt() {
        var price = Map.of("vehicle.price", "110000.00", "vehicle.valuation", "109050.00");
        assertThat(facts(with(price, "0.70"))).containsEntry("vehicle.lendable", "76300");
        assertThat(facts(with(price, "0.9"))).containsEntry("vehicle.lendable", "98100");
    }

    @Test
    void ofWhichNobodySaysHowMuchNothingIsKnownToBeLendable() {
        assertThat(facts(Map.of("vehicle.price", "110000.00", "vehicle.valuation", "109000.00")))
                .doesNotContainKey("vehicle.lendable")
                .containsEntry("vehicle.ltv", "0.5505");
    }

    private static Map<String, String> with(Map<String, String> stated, String most) {
        var all = new HashMap<>(stated);
        all.put("vehicle.maxLoanToValue", most);
        return all;
    }
}
