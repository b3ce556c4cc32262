package tallystick.loan.takeover;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.Funding;
import tallystick.loan.api.PaidBefore;
import tallystick.loan.api.Terms;

/**
 * One loan as its row says.
 *
 * @param nr counts the rows below the head from 1
 * @param funding null where the loan is all ours
 */
record Row(
        int nr,
        String reference,
        String product,
        String jurisdiction,
        String bank,
        String borrower,
        Terms terms,
        List<PaidBefore> payments,
        Money outstanding,
        @Nullable Funding funding) {
    /** May follow the others: who lends, such as {@code CO_LENT>books-own>books-own=0.3|books-harbour=0.7}. */
    static final String LENDERS = "lenders";

    static final List<String> HEAD = List.of(
            "reference",
            "product",
            "jurisdiction",
            "bank",
            "borrower",
            "currency",
            "principal",
            "annualRate",
            "amortization",
            "interestPeriod",
            "dayCount",
            "every",
            "count",
            "start",
            "firstDue",
            "payments",
            "outstanding");

    static boolean isHead(String line) {
        var head = String.join(",", HEAD);
        return line.equals(head) || line.equals(head + "," + LENDERS);
    }

    /** @throws IllegalArgumentException or another runtime exception that says which cell is wrong */
    static Row parse(int nr, String line) {
        var cells = Arrays.asList(line.split(",", -1));
        if (cells.size() != HEAD.size() && cells.size() != HEAD.size() + 1) {
            throw new IllegalArgumentException("Expected %d cells; found %d.".formatted(HEAD.size(), cells.size()));
        }
        var cell = new Cells(cells);
        var currency = cell.of("currency");
        return new Row(
                nr,
                cell.of("reference"),
                cell.of("product"),
                cell.of("jurisdiction"),
                cell.of("bank"),
                cell.of("borrower"),
                terms(cell, Money.of(currency, cell.of("principal"))),
                payments(cell.of("payments"), currency),
                Money.of(currency, cell.of("outstanding")),
                cells.size() == HEAD.size()
                        ? null
                        : Lenders.parse(cells.getLast().strip()));
    }

    private static Terms terms(Cells cell, Money principal) {
        return new Terms(
                principal,
                Rate.of(cell.of("annualRate")),
                Terms.Method.DECLINING,
                Terms.Amortization.valueOf(cell.of("amortization")),
                Terms.InterestPeriod.valueOf(cell.of("interestPeriod")),
                cell.of("dayCount"),
                cell.of("every"),
                Integer.parseInt(cell.of("count")),
                LocalDate.parse(cell.of("firstDue")),
                null,
                null,
                List.of(new Terms.Disbursement(LocalDate.parse(cell.of("start")), principal)),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
    }

    /** As {@code 2026-02-01:4079.17|2026-03-01:4079.17}; empty when nothing was paid. */
    private static List<PaidBefore> payments(String text, String currency) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\\|", -1))
                        .map(paid -> paid.split(":", -1))
                        .map(paid -> new PaidBefore(LocalDate.parse(paid[0]), Money.of(currency, paid[1])))
                        .toList();
    }

    /** A line by the names of its head. */
    private record Cells(List<String> cells) {
        String of(String name) {
            return cells.get(HEAD.indexOf(name)).strip();
        }
    }
}
