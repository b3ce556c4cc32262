package tallystick.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.application.api.ProductCommand.ProposeVersion;
import tallystick.application.api.ProductData;
import tallystick.application.intake.Programmes.Open;
import tallystick.application.products.ShippedProducts;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;

/** What an officer enters: refused with the place, or listed as missing. */
class DraftCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final String CAR = """
        {"product":"used-car-loan","amount":{"amount":"60000.00","currency":"CNY"},"count":12,
         "collateral":{"kind":"VEHICLE","vin":"1M8GDM9AXKP042788","price":{"amount":"100000.00","currency":"CNY"},
                       "valuation":{"amount":"90000.00","currency":"CNY"}}}
        """;

    private static ProductData product(String name) {
        return ShippedProducts.commands(Instant.EPOCH).stream()
                .filter(ProposeVersion.class::isInstance)
                .map(command -> ((ProposeVersion) command).data())
                .filter(data -> data.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DraftBody body(String json) {
        return WebJson.get().readValue(json, DraftBody.class);
    }

    private static List<String> wrong(String product, String json) {
        return catchThrowableOfType(ValueNotAllowed.class, () -> DraftCheck.run(body(json), product(product), 1, TODAY))
                .errors()
                .stream()
                .map(Problem.At::pointer)
                .toList();
    }

    @Test
    void aCarSecuresSevenTenthsOfTheLowerOfPriceAndValuation() {
        assertThatCode(() -> DraftCheck.run(body(CAR), product("used-car-loan"), 1, TODAY))
                .doesNotThrowAnyException();
        assertThat(wrong("used-car-loan", CAR.replace("60000.00", "63000.01"))).containsExactly("/amount/amount");
    }

    @Test
    void aMistypedVehicleIsRefused() {
        assertThat(wrong("used-car-loan", CAR.replace("AXKP", "A1KP"))).containsExactly("/collateral/vin");
    }

    @Test
    void aCashLoanTakesNoCollateral() {
        assertThat(wrong("cash-loan", CAR.replace("used-car-loan", "cash-loan")))
                .containsExactly("/collateral");
    }

    @Test
    void eachMarketHasItsOwnNumbers() {
        var person = """
            {"product":"x","applicant":{"nationalId":"1234567T","payoutAccount":"IE29AIBK93115212345678","phone":"+353851234567"}}
            """;
        assertThatCode(() -> DraftCheck.run(body(person), product("cash-loan-ie"), 1, TODAY))
                .doesNotThrowAnyException();
        assertThat(wrong("cash-loan", person)).containsExactly("/applicant/nationalId");
        assertThat(wrong("cash-loan-ie", person.replace("IE29", "IE28"))).containsExactly("/applicant/payoutAccount");
        assertThat(wrong("cash-loan-ie", person.replace("+35385", "+35300"))).containsExactly("/applicant/phone");
    }

    @Test
    void whatIsMissingIsToldForAllAndForEachProgramme() {
        var open = List.of(new Open("a", List.of()), new Open("b", List.of("applicant.employer", "applicant.name")));
        var requirements = new Requirements(body(CAR), product("used-car-loan"));
        assertThat(requirements.forAll(open))
                .allMatch(missing -> missing.programmes().equals(List.of("a", "b")))
                .extracting(missing -> missing.pointer())
                .startsWith("/applicant/name")
                .doesNotContain("/amount", "/collateral/vin");
        assertThat(requirements.forEach(open))
                .containsExactly(
                        new Requirements.Wanting("a", List.of()),
                        new Requirements.Wanting("b", List.of("/applicant/employer")));
    }
}
