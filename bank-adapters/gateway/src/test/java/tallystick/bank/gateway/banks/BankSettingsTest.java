package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Banks as operators describe them. */
class BankSettingsTest {
    private static Map<String, BankSettings> banks(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return BankSettings.of(environment);
    }

    @Test
    void withoutAnySettingThereIsTheSandbox() {
        assertThat(banks(Map.of())).containsOnlyKeys("sandbox");
        assertThat(banks(Map.of()).get("sandbox")).satisfies(bank -> {
            assertThat(bank.adapter()).isEqualTo("sandbox");
            assertThat(bank.user()).isEqualTo("bank");
            assertThat(bank.own()).isEmpty();
        });
    }

    @Test
    void rule17WhoNamesAnotherBankHasNoSandbox() {
        var banks = banks(Map.of("tallystick.banks.city-bank.adapter", "rest"));
        assertThat(banks).containsOnlyKeys("city-bank");
        assertThat(banks.get("city-bank")).extracting("user").isEqualTo("city-bank");
    }

    @Test
    void namesWithDotsStayWhole() {
        var banks = banks(Map.of(
                "tallystick.banks.sandbox.database.url", "jdbc:postgresql:x", "tallystick.banks.sandbox.secret", "s"));
        assertThat(banks.get("sandbox"))
                .extracting("own")
                .isEqualTo(Map.of("database.url", "jdbc:postgresql:x", "secret", "s"));
    }

    @Test
    void theSecretDoesNotPrint() {
        var bank = banks(Map.of("tallystick.banks.sandbox.secret", "whsec_x")).get("sandbox");
        assertThat(bank).hasToString("bank sandbox by adapter sandbox");
    }
}
