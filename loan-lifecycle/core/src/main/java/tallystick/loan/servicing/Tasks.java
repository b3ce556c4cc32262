package tallystick.loan.servicing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Bucket;
import tallystick.loan.servicing.Agenda.Task;

/** What a collector does next about a late loan. One on hold is left alone; one with a promise waits for it. */
final class Tasks {
    private static final LocalDate AT_ONCE = LocalDate.of(1, 1, 1);

    private Tasks() {}

    static @Nullable Task of(Loan loan) {
        var bucket = loan.care().bucket();
        if (bucket == null || loan.state() != LoanState.ACTIVE || loan.care().hold() != null) {
            return null;
        }
        var promise = loan.care().collecting().promise();
        return promise == null
                ? new Task(what(loan, bucket), AT_ONCE)
                : new Task("CHECK_PROMISE", promise.until().plusDays(1));
    }

    private static String what(Loan loan, Bucket bucket) {
        return switch (bucket) {
            case D1_30 -> loan.care().collecting().debitFailed() ? "ASK_WHY_DEBIT_FAILED" : "CALL";
            case D31_60 -> "CALL";
            case D61_90 -> "SEND_DEMAND_LETTER";
            case D90_PLUS -> loan.care().chargedOff() ? "RECOVER" : "DECIDE_CHARGE_OFF";
        };
    }
}
