package tallystick.journeys;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Loans that are paid out, or collected from, at once: those of the numbers from one to before another. */
record Batch(Crash.Work work, int from, int to, LocalDate day) {
    static final Batch NONE = new Batch(Crash.Work.COLLECT, 0, 0, LocalDate.EPOCH);

    /** The nth batch of so many new loans. */
    static Batch payOut(int size, int nth, LocalDate day) {
        return new Batch(Crash.Work.PAY_OUT, nth * size, nth * size + size, day);
    }

    /** One debit of each of them. */
    Batch collected(LocalDate due) {
        return new Batch(Crash.Work.COLLECT, from, to, due);
    }

    boolean isNone() {
        return from == to;
    }

    boolean isPayOut() {
        return work == Crash.Work.PAY_OUT;
    }

    /** As a node is told of it. */
    String line() {
        return "%s %d %d %s".formatted(work.word, from, to, day);
    }

    /** By what the bank's ledger and our books know each of them: the loan that is paid out, or the debit. */
    List<String> names() {
        return IntStream.range(from, to)
                .mapToObj(n -> isPayOut()
                        ? LoansInFlight.loan(n).value()
                        : LoansInFlight.debit(n, day).value())
                .toList();
    }

    @Override
    public String toString() {
        return line();
    }
}
