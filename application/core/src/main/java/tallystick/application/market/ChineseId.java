package tallystick.application.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The citizen identification number of China, GB 11643-1999: district, date of birth, serial number, check digit. */
final class ChineseId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ChineseId() {}

    /** The date of birth in it; empty when it is no such number. */
    static Optional<LocalDate> birthDate(String id) {
        if (!id.matches("[1-9][0-9]{16}[0-9X]") || id.charAt(17) != check(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(id.substring(6, 10)),
                    Integer.parseInt(id.substring(10, 12)),
                    Integer.parseInt(id.substring(12, 14))));
        } catch (DateTimeException no) {
            return Optional.empty();
        }
    }

    private static char check(String id) {
        var sum = 0;
        for (var n = 0; n < WEIGHTS.length; n++) {
            sum += WEIGHTS[n] * (id.charAt(n) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
