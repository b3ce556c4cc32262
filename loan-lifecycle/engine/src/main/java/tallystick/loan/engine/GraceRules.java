package tallystick.loan.engine;

/** How many rows may be spared. */
final class GraceRules {
    private GraceRules() {}

    static void check(Grace grace, int count) {
        check("grace/principal", grace.principal(), count);
        check("grace/interest", grace.interest(), count);
        check("grace/interestFree", grace.interestFree(), count);
    }

    private static void check(String field, int rows, int count) {
        if (rows < 0 || rows >= count) {
            throw new TermsNotPossible(
                    field, "must be from 0 to less than the %d rows".formatted(count), Integer.toString(rows));
        }
    }
}
