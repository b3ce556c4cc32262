package tallystick.loan.closing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.loan.closing.PartTable.Next;
import tallystick.loan.closing.PartTable.Part;
import tallystick.loan.servicing.DayWork;

/** Does one part of a close, a page of loans at a time: the events first, then the index and how far it is, together. */
final class PartWork {
    /** The first pass meets every loan; the second finds what came in front of it meanwhile. */
    private static final int PASSES = 2;

    private final PartTable parts;
    private final DayWork work;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ClosingSettings settings;

    PartWork(
            PartTable parts,
            DayWork work,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ClosingSettings settings) {
        this.parts = parts;
        this.work = work;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Through to its end, or until it is lost or the close is stopped. */
    void through(Part taken, String node) {
        var part = taken;
        while (true) {
            var next = parts.next(part, settings.page());
            if (next.isEmpty() && part.pass() >= PASSES) {
                parts.finish(part, node);
                return;
            }
            part = next.isEmpty() ? part.again() : part.behind(next.getLast().loan());
            if (!page(part, node, next)) {
                parts.release(part, node);
                return;
            }
        }
    }

    private boolean page(Part reached, String node, List<Next> loans) {
        var done = work.close(loans.stream().map(Next::loan).toList(), reached.date());
        var dues = loans.stream().filter(Next::due).count();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            AgendaTable.write(done.next(), jdbc);
            parts.note(reached, done.troubles());
            var mine = parts.moved(reached, node, settings.lease().toMillis(), loans.size(), dues);
            if (!mine) {
                status.setRollbackOnly(); // Who goes on finds these loans again, and counts them.
            }
            return mine;
        }));
    }
}
