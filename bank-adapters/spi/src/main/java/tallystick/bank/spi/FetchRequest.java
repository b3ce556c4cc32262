package tallystick.bank.spi;

import java.time.LocalDate;

/** The wish for what a bank has written about one day. */
public record FetchRequest(Kind kind, LocalDate day) {
    /** What banks write. */
    public enum Kind {
        /** Every booking on our accounts. */
        STATEMENT,
        /** Where every loan that the bank keeps stands. */
        POSITIONS
    }
}
