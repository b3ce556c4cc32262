package tallystick.loan.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.BusinessDayEvent.DayClosed;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BucketChanged;
import tallystick.loan.api.LoanEvent.DebitInstructed;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.loan.api.LoanEvent.PayoffQuoted;
import tallystick.loan.columns.Columns;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.DayWork;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.SetWise;

/**
 * Keeps the index of next actions. A row follows from its loan as it is, not from the event: however often and late an event
 * is seen, the row ends the same.
 */
final class AgendaView {
    private final DayWork work;
    private final BusinessDays days;

    AgendaView(DayWork work, BusinessDays days) {
        this.work = work;
        this.days = days;
    }

    @EventHandler
    void on(LoanEvent event, @SequenceNumber long sequence, BatchWriter writer) {
        if (!(event instanceof PayoffQuoted)) {
            var changed = writer.of(Changed.class, Changed::new);
            changed.add(event.loan().value(), sequence + 1);
            if (event instanceof BucketChanged moved) {
                changed.moves.add(new Move(sequence, moved));
            }
            if (event instanceof DebitInstructed debit) {
                changed.debits.add(debit);
            }
            if (event instanceof FeeCharged fee && fee.ofLateRow()) {
                changed.fees.add(fee);
            }
        }
    }

    /** Little to do, and yet what a close waits for: with this event, all before it is in the index. */
    @EventHandler
    void on(BusinessDayEvent event, JdbcTemplate jdbc) {
        if (event instanceof DayClosed closed) {
            CloseTable.ended(closed, jdbc);
        }
    }

    private record Move(long nr, BucketChanged event) {}

    private final class Changed implements SetWise {
        private static final String MOVES = """
            insert into loan.bucket_moves_v1 (loan, date, nr, jurisdiction, product, booked_on, came_from, bucket,
                                              overdue_days, currency, principal)
            select m.loan, m.date, m.nr, a.jurisdiction, a.product, a.booked_on, m.came_from, m.bucket, m.overdue_days,
                   a.currency, m.principal
              from unnest(?::text[], ?::date[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::numeric[])
                as m (loan, date, nr, came_from, bucket, overdue_days, principal)
              join loan.agenda_v1 a on a.loan = m.loan
            """;

        private static final String DEBITS = """
            insert into loan.debits_v1 (instruction, loan, jurisdiction, date, due, currency, amount)
            select d.instruction, d.loan, a.jurisdiction, d.date, d.due, a.currency, d.amount
              from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::numeric[])
                as d (instruction, loan, date, due, amount)
              join loan.agenda_v1 a on a.loan = d.loan
            """;

        private static final String FEES = """
            insert into loan.late_fees_v1 (loan, charge, jurisdiction, date)
            select f.loan, f.charge, a.jurisdiction, f.date
              from unnest(?::text[], ?::int[], ?::date[]) as f (loan, charge, date)
              join loan.agenda_v1 a on a.loan = f.loan
            """;

        private final Map<String, Long> loans = new TreeMap<>();
        private final List<Move> moves = new ArrayList<>();
        private final List<DebitInstructed> debits = new ArrayList<>();
        private final List<FeeCharged> fees = new ArrayList<>();

        void add(String loan, long version) {
            loans.merge(loan, version, Math::max);
        }

        /** A close that caused the events has written its rows itself. */
        @Override
        public void flush(JdbcOperations jdbc) {
            var shown = AgendaTable.versions(loans.keySet(), jdbc);
            var stale = loans.entrySet().stream()
                    .filter(loan -> shown.getOrDefault(loan.getKey(), 0L) < loan.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!stale.isEmpty()) {
                AgendaTable.write(work.agendas(stale, closed()), jdbc);
            }
            if (!moves.isEmpty()) {
                jdbc.update(MOVES, columns(moves));
            }
            if (!debits.isEmpty()) {
                jdbc.update(DEBITS, debits(debits));
            }
            if (!fees.isEmpty()) {
                jdbc.update(
                        FEES,
                        Columns.of(fees)
                                .with(FeeCharged::loan)
                                .with(FeeCharged::charge)
                                .with(FeeCharged::date)
                                .parameters());
            }
        }
    }

    /** Asked once a batch and jurisdiction. */
    private DayWork.LastClosed closed() {
        var closed = new ConcurrentHashMap<String, Optional<LocalDate>>();
        return name -> closed.computeIfAbsent(name, known -> Optional.ofNullable(days.lastClosed(known)))
                .orElse(null);
    }

    private static Object[] columns(List<Move> moves) {
        return Columns.of(moves)
                .with(move -> move.event().loan())
                .with(move -> move.event().date())
                .with(Move::nr)
                .with(move -> move.event().from())
                .with(move -> move.event().to())
                .with(move -> move.event().overdueDays())
                .with(move -> move.event().principal().amount().toPlainString())
                .parameters();
    }

    private static Object[] debits(List<DebitInstructed> debits) {
        return Columns.of(debits)
                .with(DebitInstructed::instruction)
                .with(DebitInstructed::loan)
                .with(DebitInstructed::date)
                .with(DebitInstructed::due)
                .with(debit -> debit.amount().amount().toPlainString())
                .parameters();
    }
}
