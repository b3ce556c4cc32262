package tallystick.loan.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.loan.columns.Columns;
import tallystick.runtime.processing.SetWise;

/**
 * The journals of a batch: written with three statements, in the transaction of the token. Sums by account, booking date
 * and hour go in with the postings they are made of, so that they cannot differ. Whose books a line is in is known when its turn comes.
 */
final class Journals implements SetWise {
    private static final String JOURNALS = """
        insert into loan.journals (id, loan, date, known_at, cause, event)
        select * from unnest(?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[], ?::text[])
        returning id, nr
        """;
    private static final String POSTINGS = """
        insert into loan.postings (journal, nr, books, basis, account, side, currency, amount, date)
        select * from unnest(?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::numeric[], ?::date[])
        """;
    private static final String SUMS = """
        insert into loan.account_sums as s (books, account, currency, basis, date, known_in, debit, credit)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::numeric[],
                             ?::numeric[])
        on conflict (books, account, currency, basis, date, known_in)
        do update set debit = s.debit + excluded.debit, credit = s.credit + excluded.credit
        """;

    private final Chart chart;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, LoanShares> shares = new HashMap<>();

    Journals(Chart chart) {
        this.chart = chart;
    }

    void add(Draft draft) {
        drafts.add(draft);
    }

    /** A loan whose owners are known before its first money. */
    void owned(String loan, LoanShares by) {
        shares.put(loan, by);
    }

    @Override
    public void flush(JdbcOperations jdbc) {
        var open = firstOpenDay(jdbc);
        var dated =
                inBooks(jdbc).stream().map(journal -> journal.notBefore(open)).toList();
        if (!dated.isEmpty()) {
            var numbers = number(dated, jdbc);
            post(dated, numbers, jdbc);
            sum(dated, jdbc);
        }
        SharesTable.write(shares, jdbc);
        drafts.clear();
        shares.clear();
    }

    /** In the order of the events, since what an owner gets follows from what came before. */
    private List<Journal> inBooks(JdbcOperations jdbc) {
        var loans = new HashSet<String>();
        drafts.forEach(draft -> loans.add(Objects.requireNonNullElse(draft.loan(), "")));
        loans.removeAll(shares.keySet());
        shares.putAll(SharesTable.of(loans, chart, jdbc));
        var own = LoanShares.own(chart);
        var journals = new ArrayList<Journal>();
        for (var draft : drafts) {
            var by = draft.loan() == null ? null : shares.get(draft.loan());
            var journal = draft.in(by == null ? own : by);
            if (!journal.postings().isEmpty()) {
                Balance.check(journal);
                journals.add(journal);
            }
        }
        return journals;
    }

    private static LocalDate firstOpenDay(JdbcOperations jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(max(through) + 1, date '0001-01-01') from loan.closed_periods", LocalDate.class));
    }

    private static Map<String, Long> number(List<Journal> dated, JdbcOperations jdbc) {
        var numbers = new HashMap<String, Long>();
        jdbc.query(
                JOURNALS,
                row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                },
                Columns.of(dated)
                        .with(Journal::id)
                        .with(Journal::loan)
                        .with(Journal::date)
                        .with(Journal::knownAt)
                        .with(Journal::cause)
                        .with(Journal::event)
                        .parameters());
        return numbers;
    }

    private record Line(long journal, int nr, Posting posting, LocalDate date) {}

    private static void post(List<Journal> dated, Map<String, Long> numbers, JdbcOperations jdbc) {
        jdbc.update(
                POSTINGS,
                Columns.of(lines(dated, numbers))
                        .with(Line::journal)
                        .with(Line::nr)
                        .with(line -> line.posting().books())
                        .with(line -> line.posting().basis())
                        .with(line -> line.posting().account())
                        .with(line -> line.posting().side())
                        .with(line -> line.posting().amount().currency())
                        .with(line -> line.posting().amount().amount().toPlainString())
                        .with(Line::date)
                        .parameters());
    }

    private static List<Line> lines(List<Journal> dated, Map<String, Long> numbers) {
        var lines = new ArrayList<Line>();
        for (var journal : dated) {
            var number = Objects.requireNonNull(numbers.get(journal.id()));
            var nr = 1;
            for (var posting : journal.postings()) {
                lines.add(new Line(number, nr++, posting, journal.date()));
            }
        }
        return lines;
    }

    private record Cell(String books, String account, String currency, Basis basis, LocalDate date, Instant knownIn)
            implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Sum(BigDecimal debit, BigDecimal credit) {
        Sum plus(Sum other) {
            return new Sum(debit.add(other.debit), credit.add(other.credit));
        }
    }

    private static void sum(List<Journal> dated, JdbcOperations jdbc) {
        var sums = new TreeMap<Cell, Sum>();
        for (var journal : dated) {
            journal.postings().forEach(posting -> sums.merge(cell(journal, posting), amount(posting), Sum::plus));
        }
        jdbc.update(
                SUMS,
                Columns.of(List.copyOf(sums.entrySet()))
                        .with(sum -> sum.getKey().books())
                        .with(sum -> sum.getKey().account())
                        .with(sum -> sum.getKey().currency())
                        .with(sum -> sum.getKey().basis())
                        .with(sum -> sum.getKey().date())
                        .with(sum -> sum.getKey().knownIn())
                        .with(sum -> sum.getValue().debit().toPlainString())
                        .with(sum -> sum.getValue().credit().toPlainString())
                        .parameters());
    }

    private static Cell cell(Journal journal, Posting posting) {
        return new Cell(
                posting.books(),
                posting.account(),
                posting.amount().currency().getCurrencyCode(),
                posting.basis(),
                journal.date(),
                journal.knownAt().truncatedTo(ChronoUnit.HOURS));
    }

    private static Sum amount(Posting posting) {
        var amount = posting.amount().amount();
        return posting.side() == Posting.Side.DEBIT
                ? new Sum(amount, BigDecimal.ZERO)
                : new Sum(BigDecimal.ZERO, amount);
    }
}
