package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is due when, as the bank was told.
 *
 * @param version a later one takes the place of an earlier one
 * @param rows oldest first
 */
record Schedule(long version, List<Row> rows) {
    /** What is due on one day. */
    record Row(LocalDate due, BigDecimal principal, BigDecimal interest, BigDecimal fees) {}

    static Schedule of(Fields said) {
        var version = said.numberOrNull("version");
        return new Schedule(
                version == null ? 0 : version,
                said.objects("rows").stream()
                        .map(row -> new Row(
                                row.date("due"),
                                new BigDecimal(row.text("principal")),
                                new BigDecimal(row.text("interest")),
                                new BigDecimal(row.text("fees"))))
                        .toList());
    }
}
