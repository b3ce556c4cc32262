package tallystick.rules;

import java.util.Arrays;
import java.util.Optional;

/** How a cell is compared with a fact, as risk teams write it in the head of a column. */
enum Operator {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    AMONG("in"),
    NOT_AMONG("not-in"),
    MISSING("missing"),
    KNOWN("known");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    boolean isNumeric() {
        return isUpper() || isLower();
    }

    /** Whether it asks only if there is a value, not which. */
    boolean isPresence() {
        return this == MISSING || this == KNOWN;
    }

    boolean isUpper() {
        return this == LESS || this == AT_MOST;
    }

    boolean isLower() {
        return this == MORE || this == AT_LEAST;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst();
    }
}
