package tallystick.loan.engine;

import java.time.LocalDate;

/** A row with what was paid of it. Interest, fees and penalties are those that facts led to. */
public record StatementRow(Row row, Parts paid) {
    /** Where a row stands on a day. */
    public enum State {
        FUTURE,
        DUE,
        PAID,
        OVERDUE
    }

    public Parts outstanding() {
        return row.parts().minus(paid);
    }

    public boolean isPaid() {
        return outstanding().totalUnits() == 0;
    }

    public State state(LocalDate asOf) {
        if (isPaid()) {
            return State.PAID;
        }
        if (row.due().isAfter(asOf)) {
            return State.FUTURE;
        }
        return row.due().isEqual(asOf) ? State.DUE : State.OVERDUE;
    }
}
