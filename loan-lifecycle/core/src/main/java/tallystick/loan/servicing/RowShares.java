package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.engine.Statement;
import tallystick.loan.engine.StatementRow;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/**
 * What each lender has of a component of each row: row by row from the last to the first, as what is left is split. So the
 * parts of a row add up to it, and those of all rows are the shares of the whole.
 *
 * @param rows minor units by the name of the lender's books, as far as there are any
 */
record RowShares(Currency currency, Set<BooksId> lenders, List<Map<String, Long>> rows) {
    static RowShares of(Component component, Statement now, List<Lender> lenders) {
        var bands = Bands.of(Owners.parts(lenders, component));
        var shares = new ArrayList<Map<String, Long>>();
        var left = 0L;
        for (var row : now.rows().reversed()) {
            var before = left + units(component, row);
            shares.add(bands.between(left, before));
            left = before;
        }
        var names = lenders.stream().map(Lender::books).collect(Collectors.toSet());
        return new RowShares(now.outstanding().currency(), names, shares.reversed());
    }

    /** @param row its place, from 0 */
    Money of(int row, BooksId books) {
        if (!lenders.contains(books)) {
            throw new IllegalArgumentException("Expected one of %s; found %s.".formatted(lenders, books));
        }
        return Money.ofMinor(currency, rows.get(row).getOrDefault(books.value(), 0L));
    }

    private static long units(Component component, StatementRow row) {
        var parts = row.row().parts();
        return switch (component) {
            case PRINCIPAL -> parts.principalUnits();
            case INTEREST -> parts.interestUnits();
            case FEES -> parts.feeUnits();
            case PENALTIES -> parts.penaltyUnits();
        };
    }
}
