package tallystick.loan.books;

import java.util.stream.Stream;
import tallystick.loan.csv.ShippedFile;

/** The chart of accounts, as finance writes it down. */
final class ChartFile {
    private ChartFile() {}

    /**
     * One account.
     *
     * @param place whether it is kept by each owner of a loan, or by the one who holds the cash
     * @param claimed the account that takes its place with a guarantor; empty where it is the same
     */
    record Account(String account, String name, String kind, Place place, String claimed) {}

    /** In whose books an account is, where a loan has several owners. */
    enum Place {
        OWNER,
        CASH
    }

    static Stream<Account> accounts() {
        return ShippedFile.lines("/books/accounts.csv")
                .map(cells -> new Account(cells[0], cells[1], cells[2], Place.valueOf(cells[3]), cells[4]));
    }

    static boolean has(String account) {
        return accounts().anyMatch(known -> known.account().equals(account));
    }
}
