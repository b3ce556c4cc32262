package tallystick.rules.guarded;

/**
 * What a rule said about a case.
 *
 * @param rule its place among the rules of the set
 * @param rank the smaller, the more it counts
 * @param text for the customer
 */
public record Said(int rule, Weight weight, String code, int rank, String text) {
    /** What it does to the verdict. */
    public enum Weight {
        INFO,
        REFER,
        KNOCK_OUT
    }
}
