package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.engine.StatementRow;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/**
 * What each lender has of each row: row by row from the last to the first, as what is left is split. So the parts of a row add
 * up to it, and those of all rows are the shares of the whole.
 */
final class RowShares {
    private RowShares() {}

    /** Minor units by the name of the lender's books, in the order of the rows. */
    static List<Map<String, Long>> of(Component component, List<StatementRow> rows, List<Lender> lenders) {
        var bands = Bands.of(Owners.parts(lenders, component));
        var shares = new ArrayList<Map<String, Long>>();
        var left = 0L;
        for (var row : rows.reversed()) {
            var before = left + units(component, row);
            shares.add(bands.between(left, before));
            left = before;
        }
        return shares.reversed();
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
