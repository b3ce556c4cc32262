package tallystick.bank.gateway.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Money that moved by a bank's word and that no statement has shown yet, over HTTP. */
@RestController
@Tag(name = "Banks")
class TransitController {
    private static final String SQL = """
        select instruction, direction, currency, amount, value_date from bank.expected_v1
         where bank = :bank and shown_on is null and
        """;

    private final JdbcClient database;
    private final Banks banks;
    private final InstantSource clock;

    TransitController(JdbcClient database, Banks banks, InstantSource clock) {
        this.database = database;
        this.banks = banks;
        this.clock = clock;
    }

    private record Expected(String instruction, Direction direction, Money amount, LocalDate valueDate) {
        static Expected of(ResultSet row, int number) throws SQLException {
            return new Expected(
                    row.getString("instruction"),
                    Direction.valueOf(row.getString("direction")),
                    new Money(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount")),
                    row.getDate("value_date").toLocalDate());
        }
    }

    /** @param ageDays since its value date, by the bank's days */
    record TransitView(String instruction, Direction direction, Money amount, LocalDate valueDate, long ageDays) {
        static TransitView of(Expected row, LocalDate today) {
            var age = Math.max(0, ChronoUnit.DAYS.between(row.valueDate(), today));
            return new TransitView(row.instruction(), row.direction(), row.amount(), row.valueDate(), age);
        }
    }

    @Operation(
            operationId = "listMoneyInTransit",
            summary = "Money in transit at a bank, newest first",
            description =
                    "What left (DEBIT) or came (CREDIT) by the bank's word and is on no statement yet, with its age"
                            + " in days.")
    @GetMapping("/api/v1/banks/{bank}/in-transit")
    @Readers
    @Filters
    ResponseEntity<Page<TransitView>> list(@PathVariable String bank, Listing listing) {
        var page = listing.by(
                new Column("value_date", "date"), new Column("instruction", "text"), new Column("direction", "text"));
        var rows = database.sql(SQL + page.where() + page.order())
                .params(page.params())
                .param("bank", bank)
                .query(Expected::of)
                .list();
        var today = banks.get(new BankId(bank)).hours().day(clock.instant());
        return listing.answer(
                rows,
                row -> List.of(
                        row.valueDate().toString(),
                        row.instruction(),
                        row.direction().name()),
                row -> TransitView.of(row, today));
    }
}
