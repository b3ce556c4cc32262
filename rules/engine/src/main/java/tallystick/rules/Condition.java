package tallystick.rules;

/** One filled cell of a condition column. Its text is a number, plain words or yes; nothing else gets this far. */
record Condition(String fact, Operator operator, String value) {
    /** As the rule language writes it. */
    String asConstraint() {
        return operator == Operator.MISSING
                ? "missing(\"%s\")".formatted(fact)
                : "%s(\"%s\", \"%s\")".formatted(operator.question(), fact, value);
    }
}
