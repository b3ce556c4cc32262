package tallystick.application.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tallystick.kernel.Jurisdiction;

/** Numbers of each market with right and with wrong check digits, and figures of the law on a day. */
class MarketTest {
    private static final Market CHINA = Market.of(Jurisdiction.CN);
    private static final Market IRELAND = Market.of(Jurisdiction.IE);

    @ParameterizedTest
    @CsvSource({
        "110105199003070025, true",
        "110105199003070026, false",
        "110105199013070025, false",
        "11010519900307002X, false"
    })
    void citizensOfChina(String id, boolean right) {
        assertThat(CHINA.nationalId().allows(id)).isEqualTo(right);
    }

    @Test
    void theIdTellsTheBirthday() {
        assertThat(CHINA.birthDate("110105199003070025")).contains(LocalDate.of(1990, 3, 7));
        assertThat(IRELAND.birthDate("1234567T")).isEmpty();
    }

    /** The second is the example of the Irish revenue office for numbers since 2013. */
    @ParameterizedTest
    @CsvSource({"1234567T, true", "1234567FA, true", "1234567TW, true", "1234567U, false", "1234567F, false"})
    void peopleOfIreland(String number, boolean right) {
        assertThat(IRELAND.nationalId().allows(number)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"91350100M000100Y43, true", "91350100M000100Y44, false", "91350100I000100Y43, false"})
    void companiesOfChina(String code, boolean right) {
        assertThat(CHINA.companyNumber().allows(code)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"6222020200112233446, true", "6222020200112233447, false", "110060149012345, true", "62 220, false"})
    void cardsAndAccountsOfChina(String account, boolean right) {
        assertThat(CHINA.account().allows(account)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "IE29AIBK93115212345678, true",
        "IE29AIBK93115212345679, false",
        "IE29AIBK9311521234567, false",
        "DE89370400440532013000, true",
        "6222020200112233446, false"
    })
    void accountsInIrelandAreIbans(String account, boolean right) {
        assertThat(IRELAND.account().allows(account)).isEqualTo(right);
    }

    /** The first is the example of ISO 3779's check digit that everybody quotes. */
    @ParameterizedTest
    @CsvSource({"1M8GDM9AXKP042788, true, true", "1M8GDM9A1KP042788, false, true", "1M8GDM9AXKP04278O, false, false"})
    void vehicles(String vin, boolean inChina, boolean inIreland) {
        assertThat(CHINA.vehicle().allows(vin)).isEqualTo(inChina);
        assertThat(IRELAND.vehicle().allows(vin)).isEqualTo(inIreland);
    }

    @ParameterizedTest
    @CsvSource({"+8613800138000, true", "+353851234567, true", "+8612345, false", "13800138000, false"})
    void phones(String number, boolean right) {
        assertThat(Phones.FORM.allows(number)).isEqualTo(right);
    }

    @Test
    void theLawBindsFromItsDayOn() {
        var law = IRELAND.law();
        assertThat(law.figure("cooling-off-days", LocalDate.of(2010, 6, 10))).isEmpty();
        assertThat(law.figure("cooling-off-days", LocalDate.of(2010, 6, 11)))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("14"));
    }

    @Test
    void everyFigureHasASource() {
        assertThat(CHINA.law().figures()).isNotEmpty();
        assertThat(IRELAND.law().figures()).isNotEmpty();
        assertThat(CHINA.law().figures()).noneMatch(figure -> figure.source().isBlank());
    }
}
