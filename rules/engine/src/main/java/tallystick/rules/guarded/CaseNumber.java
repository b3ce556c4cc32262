package tallystick.rules.guarded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of a case, to be reckoned with and compared. With a missing one everything is missing, and no comparison holds. */
public final class CaseNumber {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final Case about;
    private final @Nullable BigDecimal value;

    CaseNumber(Case about, @Nullable BigDecimal value) {
        this.about = about;
        this.value = value;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static CaseNumber read(Case about, @Nullable String text) {
        return new CaseNumber(about, text != null && isNumber(text) ? new BigDecimal(text) : null);
    }

    public CaseNumber plus(String other) {
        return with(other, (one, more) -> one.add(more, PRECISION));
    }

    public CaseNumber minus(String other) {
        return with(other, (one, less) -> one.subtract(less, PRECISION));
    }

    public CaseNumber times(String other) {
        return with(other, (one, factor) -> one.multiply(factor, PRECISION));
    }

    /** Divided by nothing it is missing. */
    public CaseNumber over(String other) {
        return about.number(other).isZero()
                ? new CaseNumber(about, null)
                : with(other, (one, part) -> one.divide(part, PRECISION));
    }

    public boolean isMoreThan(String other) {
        return sign(other) > 0;
    }

    public boolean isAtLeast(String other) {
        return sign(other) >= 0;
    }

    public boolean isLessThan(String other) {
        var found = about.number(other).value;
        return value != null && found != null && value.compareTo(found) < 0;
    }

    public boolean isAtMost(String other) {
        var found = about.number(other).value;
        return value != null && found != null && value.compareTo(found) <= 0;
    }

    /** Less than nothing when one of the two is missing. */
    private int sign(String other) {
        var found = about.number(other).value;
        return value == null || found == null ? -1 : value.compareTo(found);
    }

    private boolean isZero() {
        return value != null && value.signum() == 0;
    }

    private CaseNumber with(String other, BinaryOperator<BigDecimal> reckoning) {
        var found = about.number(other).value;
        return new CaseNumber(about, value == null || found == null ? null : reckoning.apply(value, found));
    }

    @Nullable
    BigDecimal value() {
        return value;
    }
}
