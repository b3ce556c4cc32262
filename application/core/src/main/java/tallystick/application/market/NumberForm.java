package tallystick.application.market;

import java.util.function.Predicate;

/**
 * How a number is written, check digits included.
 *
 * @param expected in words, for whoever mistyped it
 */
public record NumberForm(String expected, Predicate<String> fits) {
    public boolean allows(String number) {
        return fits.test(number);
    }
}
