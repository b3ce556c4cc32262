package tallystick.loan.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one set of books: who owns it. */
public record BooksId(String value) implements Id {
    public static final String KIND = "books";

    /** Our own. */
    public static final BooksId OWN = new BooksId("books-own");

    /** What a bank or a guarantor owns, as far as we know: a memorandum. */
    public static BooksId of(String entity) {
        return new BooksId(KIND + "-" + entity);
    }

    /** Whose they are. */
    public String entity() {
        return value.substring(KIND.length() + 1);
    }

    public BooksId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
