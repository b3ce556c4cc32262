package tallystick.rules;

import java.util.Arrays;
import java.util.Optional;

/** How a cell is compared with a fact: as risk teams write it in the head of a column, and the question it becomes. */
enum Operator {
    LESS("<", "less"),
    AT_MOST("<=", "atMost"),
    MORE(">", "more"),
    AT_LEAST(">=", "atLeast"),
    AMONG("in", "among"),
    NOT_AMONG("not-in", "notAmong"),
    MISSING("missing", "missing");

    private final String sign;
    private final String question;

    Operator(String sign, String question) {
        this.sign = sign;
        this.question = question;
    }

    String question() {
        return question;
    }

    boolean isNumeric() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst();
    }
}
