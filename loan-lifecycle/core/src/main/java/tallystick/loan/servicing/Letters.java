package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.engine.StatementRow;
import tallystick.loan.pdf.Letter;

/** What borrowers get on paper, in their language. Made from the loan alone, so it can be made again to the byte. */
final class Letters {
    private static final List<Integer> COLUMNS = List.of(0, 75, 150, 225, 290, 355, 425);

    private Letters() {}

    static Letter repaymentPlan(Loan loan, LocalDate asOf, Words words) {
        var lines = head(loan, asOf, words);
        lines.add(words.all("nr", "due", "principal", "interest", "fees", "total", "balance"));
        Standing.of(loan).on(asOf).rows().forEach(row -> lines.add(row(row)));
        return new Letter(words.script(), words.of("repayment-plan"), COLUMNS, lines);
    }

    private static List<String> row(StatementRow paid) {
        var row = paid.row();
        return List.of(
                Integer.toString(row.nr()),
                row.due().toString(),
                plain(row.principal()),
                plain(row.interest()),
                plain(row.fees().plus(row.penalties())),
                plain(row.total()),
                plain(row.balance()));
    }

    static Letter statement(Loan loan, LocalDate asOf, Words words) {
        var lines = head(loan, asOf, words);
        lines.add(words.all("value-date", "what", "amount", "principal", "interest", "fees", "credit"));
        loan.transactions().stream()
                .filter(moved -> !moved.valueDate().isAfter(asOf))
                .forEach(moved -> lines.add(line(moved, words)));
        loan.charges().stream()
                .filter(charge -> !charge.date().isAfter(asOf) && charge.left().isPositive())
                .forEach(charge -> lines.add(line(charge, words)));
        var standing = Standing.of(loan);
        var now = standing.on(asOf);
        lines.add(List.of());
        lines.add(List.of(words.of("owed"), "", plain(standing.owedOn(asOf).debt())));
        lines.add(List.of(words.of("overdue"), "", plain(standing.overdue(now))));
        lines.add(List.of(words.of("credit"), "", plain(standing.credit(now))));
        return new Letter(words.script(), words.of("statement"), COLUMNS, lines);
    }

    private static List<String> line(Transaction moved, Words words) {
        var line = new ArrayList<String>();
        line.add(moved.valueDate().toString());
        line.add(words.of(moved.type().name()));
        line.add(plain(moved.amount()));
        var parts = moved.parts();
        if (parts != null) {
            line.addAll(shared(parts));
        }
        return line;
    }

    private static List<String> line(Charge charge, Words words) {
        var what = charge.isLateFee() ? "LATE_FEE" : charge.kind().name();
        return List.of(charge.date().toString(), words.of(what), plain(charge.left()));
    }

    private static List<String> shared(Parts parts) {
        return List.of(
                plain(parts.principal()),
                plain(parts.interest()),
                plain(parts.fees().plus(parts.penalties())),
                plain(parts.credit()));
    }

    static Letter payoff(Loan loan, Quoted quote, Words words) {
        var lines = head(loan, quote.goodThrough(), words);
        var parts = quote.parts();
        lines.add(List.of(words.of("principal"), "", plain(parts.principal())));
        lines.add(List.of(words.of("interest"), "", plain(parts.interest())));
        lines.add(List.of(words.of("fees"), "", plain(parts.fees().plus(parts.penalties()))));
        lines.add(List.of(words.of("total"), "", plain(quote.total())));
        lines.add(List.of(words.of("per-day"), "", plain(quote.perDay())));
        lines.add(List.of(words.of("quote"), "", quote.id()));
        return new Letter(words.script(), words.of("payoff"), COLUMNS, lines);
    }

    private static List<List<String>> head(Loan loan, LocalDate day, Words words) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(words.of("loan"), "", loan.id().value()));
        lines.add(List.of(words.of("amount"), "", loan.terms().principal().toString()));
        lines.add(List.of(words.of("as-of"), "", day.toString()));
        lines.add(List.of());
        return lines;
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
