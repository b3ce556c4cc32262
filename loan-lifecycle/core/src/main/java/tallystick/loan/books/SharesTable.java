package tallystick.loan.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.loan.api.BooksId;
import tallystick.loan.columns.Columns;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;
import tallystick.runtime.web.json.WebJson;

/** The owners of the loans that are not all ours, and how much of each loan has moved. */
final class SharesTable {
    /**
     * What stands in the books of a loan of which nobody kept the totals, since it was all ours. Principal whose loss was
     * recognised is owed all the same.
     */
    private static final String MOVED = """
        select coalesce(sum(s) filter (where account in ('1100-loans', '4500-recoveries', '5100-credit-losses')), 0)
                   as principal,
               coalesce(sum(s) filter (where account = '1200-accrued-interest'), 0) as interest,
               coalesce(sum(s) filter (where account = '4200-fee-income'), 0) as fees,
               coalesce(sum(s) filter (where account = '4300-penalty-income'), 0) as penalties, min(currency) as currency
          from (select p.account, p.currency, case p.side when 'DEBIT' then p.amount else -p.amount end as s
                  from loan.journals j join loan.postings p on p.journal = j.nr
                 where j.loan = ? and p.basis in ('BOTH', 'ACCRUAL')) moved
        """;

    private SharesTable() {}

    private record State(BooksId cash, List<Kept> components, Map<String, BooksId> payers) {}

    private record Kept(Component component, Bands bands, long total) {}

    static Map<String, LoanShares> of(Collection<String> loans, Chart chart, JdbcOperations jdbc) {
        var found = new HashMap<String, LoanShares>();
        jdbc.query(
                "select loan, state from loan.shares where loan = any (?::text[]) order by loan",
                row -> {
                    found.put(row.getString(1), read(row.getString(2), chart));
                },
                Columns.of(List.copyOf(loans)).with(loan -> loan).parameters());
        return found;
    }

    private static LoanShares read(String text, Chart chart) {
        var state = WebJson.get().readValue(text, State.class);
        var bands = new EnumMap<Component, Bands>(Component.class);
        var totals = new EnumMap<Component, Long>(Component.class);
        for (var kept : state.components()) {
            bands.put(kept.component(), kept.bands());
            totals.put(kept.component(), kept.total());
        }
        return new LoanShares(chart, new Owners(state.cash(), bands, state.payers()), totals);
    }

    static void write(Map<String, LoanShares> all, JdbcOperations jdbc) {
        if (!all.isEmpty()) {
            jdbc.update(
                    "insert into loan.shares (loan, state) select * from unnest(?::text[], ?::text[])"
                            + " on conflict (loan) do update set state = excluded.state",
                    Columns.of(new ArrayList<>(all.entrySet()))
                            .with(Map.Entry::getKey)
                            .with(entry -> text(entry.getValue()))
                            .parameters());
        }
    }

    private static String text(LoanShares shares) {
        var kept = new ArrayList<Kept>();
        for (var component : Component.values()) {
            kept.add(new Kept(component, shares.owners().of(component), shares.total(component)));
        }
        return WebJson.get()
                .writeValueAsString(
                        new State(shares.owners().cash(), kept, shares.owners().payers()));
    }

    static Map<Component, Long> moved(String loan, JdbcOperations jdbc) {
        var totals = new EnumMap<Component, Long>(Component.class);
        jdbc.query(
                MOVED,
                row -> {
                    var currency = row.getString("currency");
                    for (var component : Component.values()) {
                        var amount = row.getBigDecimal(component.part());
                        if (currency != null) {
                            totals.put(
                                    component,
                                    tallystick.kernel.Money.of(currency.strip(), amount.toPlainString())
                                            .minorUnits()
                                            .longValueExact());
                        }
                    }
                },
                loan);
        return totals;
    }
}
