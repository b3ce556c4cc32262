package tallystick.loan.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.kernel.LoanId;
import tallystick.kernel.Rate;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.PayoutReduced;
import tallystick.loan.api.Terms;
import tallystick.loan.columns.Columns;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.cost.CapCheck;
import tallystick.loan.engine.cost.CostCap;
import tallystick.loan.terms.CapsInForce;
import tallystick.loan.terms.EngineTerms;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.SetWise;

/** What each loan costs by its contract, against the cap of the day it was agreed: it follows from that for ever. */
final class Costs {
    private final CapsInForce caps = CapsInForce.shipped();

    @EventHandler
    void on(LoanBooked e, BatchWriter writer) {
        add(new Agreed(e.loan(), e.jurisdiction(), e.bookingDate(), e.terms()), writer);
    }

    @EventHandler
    void on(LoanImported e, BatchWriter writer) {
        add(new Agreed(e.loan(), e.jurisdiction(), e.bookingDate(), e.terms()), writer);
    }

    /** What was agreed instead counts instead. */
    @EventHandler
    void on(PayoutReduced e, BatchWriter writer) {
        add(new Agreed(e.loan(), e.jurisdiction(), e.bookingDate(), e.terms()), writer);
    }

    private void add(Agreed agreed, BatchWriter writer) {
        writer.of(Table.class, Table::new).loans.put(agreed.loan(), agreed);
    }

    private record Agreed(LoanId loan, String jurisdiction, LocalDate bookedOn, Terms terms) {}

    private record Cost(
            LoanId loan,
            @Nullable String cap,
            @Nullable BigDecimal highest,
            @Nullable BigDecimal cost,
            boolean above) {
        static Cost of(Agreed agreed, CostCap cap) {
            var terms = EngineTerms.of(agreed.terms());
            var check = new CapCheck(cap, Rate.ZERO, terms, LoanEngine.schedule(terms));
            var highest = cap.limit(Rate.ZERO).perYear();
            return new Cost(agreed.loan(), cap.id(), highest, check.cost().orElse(null), !check.holds());
        }
    }

    private final class Table implements SetWise {
        private final Map<LoanId, Agreed> loans = new LinkedHashMap<>();

        /** Rates are hard work: a large portfolio that is taken over is shared among all processors. */
        @Override
        public void flush(JdbcOperations jdbc) {
            var rows = loans.values().parallelStream().map(this::cost).toList();
            jdbc.update(
                    "insert into loan.costs_v1 (loan, cap, highest, cost, above)"
                            + " select * from unnest(?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::boolean[])"
                            + " on conflict (loan) do update set cap = excluded.cap, highest = excluded.highest,"
                            + " cost = excluded.cost, above = excluded.above",
                    Columns.of(rows)
                            .with(Cost::loan)
                            .with(Cost::cap)
                            .with(Cost::highest)
                            .with(Cost::cost)
                            .with(Cost::above)
                            .parameters());
        }

        private Cost cost(Agreed agreed) {
            return caps.of(agreed.jurisdiction(), agreed.bookedOn())
                    .map(cap -> Cost.of(agreed, cap))
                    .orElseGet(() -> new Cost(agreed.loan(), null, null, null, false));
        }
    }
}
