package tallystick.loan.takeover;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;

/**
 * Who lends, as a cell says it: the model, in whose books the cash is, and each lender with its share, or with its shares of
 * principal, interest, fees and penalties: {@code FACILITATED>books-harbour>books-harbour=1/0.8/0/1|books-own=0/0.2/1/0}.
 */
final class Lenders {
    private static final int COMPONENTS = 4;

    private Lenders() {}

    static @Nullable Funding parse(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        var parts = cell.split(">", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "Expected lenders such as CO_LENT>books-own>books-own=0.3|books-harbour=0.7; found another form.");
        }
        var lenders =
                Arrays.stream(parts[2].split("\\|", -1)).map(Lenders::lender).toList();
        return new Funding(Funding.Model.valueOf(parts[0]), new BooksId(parts[1]), lenders, List.of());
    }

    private static Lender lender(String text) {
        var named = text.split("=", -1);
        var shares = Arrays.stream(named[1].split("/", -1)).map(BigDecimal::new).toList();
        var books = new BooksId(named[0]);
        return shares.size() == COMPONENTS
                ? new Lender(books, null, shares.get(0), shares.get(1), shares.get(2), shares.get(3))
                : Lender.of(books, null, shares.getFirst());
    }
}
