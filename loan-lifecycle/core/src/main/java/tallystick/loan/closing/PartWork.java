package tallystick.loan.closing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.loan.closing.CloseTable.Next;
import tallystick.loan.closing.CloseTable.Part;
import tallystick.loan.servicing.DayWork;

/** Does one part of a close, a page of loans at a time: the events first, then the index and how far it is, together. */
final class PartWork {
    /** The first pass meets every loan; the second finds what came in front of it meanwhile. */
    private static final int PASSES = 2;

    private final CloseTable closes;
    private final DayWork work;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ClosingSettings settings;

    PartWork(
            CloseTable closes,
            DayWork work,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ClosingSettings settings) {
        this.closes = closes;
        this.work = work;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Through to its end, or until it is lost or the close is stopped. */
    void through(Part taken, String node) {
        var part = taken;
        while (true) {
            var next = closes.next(part, settings.page());
            if (next.isEmpty() && part.pass() >= PASSES) {
                closes.finish(part, node);
                return;
            }
            part = next.isEmpty() ? part.again() : part.behind(next.getLast().loan());
            if (!page(part, node, next)) {
                closes.release(part, node);
                return;
            }
        }
    }

    private boolean page(Part reached, String node, List<Next> loans) {
        var done = work.close(loans.stream().map(Next::loan).toList(), reached.date());
        var dues = loans.stream().filter(Next::due).count();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            AgendaTable.write(done.next(), jdbc);
            closes.note(reached, done.troubles());
            var mine = closes.moved(reached, node, settings.lease().toMillis(), loans.size(), dues);
            if (!mine) {
                status.setRollbackOnly(); // Who goes on finds these loans again, and counts them.
            }
            return mine;
        }));
    }
}
