package tallystick.loan.books;

import java.util.stream.Stream;
import tallystick.loan.csv.ShippedFile;

/** The chart of accounts, as finance writes it down. */
final class ChartFile {
    private ChartFile() {}

    record Account(String account, String name, String kind) {}

    static Stream<Account> accounts() {
        return ShippedFile.lines("/books/accounts.csv").map(cells -> new Account(cells[0], cells[1], cells[2]));
    }

    static boolean has(String account) {
        return accounts().anyMatch(known -> known.account().equals(account));
    }
}
