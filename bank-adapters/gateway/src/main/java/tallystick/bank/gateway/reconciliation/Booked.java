package tallystick.bank.gateway.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tallystick.bank.api.BankCommand.RecordReconciled;
import tallystick.bank.gateway.instruction.Facts;
import tallystick.bank.gateway.instruction.InstructionTable;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.bank.gateway.instruction.Spelling;
import tallystick.bank.gateway.instruction.State;
import tallystick.bank.gateway.reconciliation.Matching.Ours;
import tallystick.bank.spi.BankFact.Confirmed;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.runtime.decide.Decided;

/** What the bookings on a statement say of our orders: looked up and told for many at once. */
record Booked(InstructionTable instructions, Facts facts) {
    private static final int AT_ONCE = 500;

    /** One of ours that is one of theirs. */
    record Pair(Ours ours, Line line) {}

    /** A booking and the order that it names. */
    private record Ordered(Row row, Line line) {
        boolean isProof(BankId bank) {
            return row.bank().equals(bank)
                    && row.state().isWaiting()
                    && line.direction() == ExpectedMoney.direction(row.order());
        }

        Facts.Told told() {
            var said = new Confirmed(
                    row.id().value(),
                    Spelling.operation(row.order()),
                    line.reference(),
                    null,
                    line.amount(),
                    null,
                    line.valueDate(),
                    null);
            return new Facts.Told(row, said);
        }

        Ours ours() {
            return new Ours(row.id().value(), line.reference(), line.direction(), line.amount(), line.valueDate());
        }
    }

    /**
     * A booking under our own id is the bank's word: what was in doubt is not any more, and was in transit. Of several such
     * bookings the first counts; a person sees the others.
     */
    List<Ours> proven(BankId bank, List<Line> lines) {
        var first = new LinkedHashMap<String, Line>();
        lines.stream()
                .filter(line -> line.instruction() != null)
                .forEach(line -> first.putIfAbsent(line.instruction() + line.direction(), line));
        return inBatches(List.copyOf(first.values()), some -> {
            var proofs = ordered(some).filter(one -> one.isProof(bank)).toList();
            var confirmed = facts.tell(proofs.stream().map(Ordered::told).toList()).stream()
                    .filter(told -> told.state().state() == State.CONFIRMED)
                    .map(Decided::id)
                    .collect(Collectors.toSet());
            return proofs.stream().map(Ordered::ours).filter(ours -> confirmed.contains(ours.instruction()));
        });
    }

    private Stream<Ordered> ordered(List<Line> lines) {
        var rows = instructions.find(
                lines.stream().map(line -> String.valueOf(line.instruction())).toList());
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> rows.get(i).map(row -> new Ordered(row, lines.get(i))).stream());
    }

    /** What is reconciled by them; money that came back is told apart from money that went. */
    List<RecordReconciled> shown(List<Pair> pairs, Instant now) {
        return inBatches(pairs, some -> {
            var rows = instructions.find(
                    some.stream().map(pair -> pair.ours().instruction()).toList());
            return IntStream.range(0, some.size()).mapToObj(i -> shown(some.get(i), rows.get(i), now));
        });
    }

    private static RecordReconciled shown(Pair pair, Optional<Row> ordered, Instant now) {
        var line = pair.line();
        var isBack = ordered.map(row -> ExpectedMoney.direction(row.order()) != line.direction())
                .orElse(false);
        return new RecordReconciled(
                new InstructionId(pair.ours().instruction()),
                isBack,
                line.reference(),
                Spelling.money(line.amount()),
                line.valueDate(),
                now);
    }

    private static <T, R> List<R> inBatches(List<T> all, Function<List<T>, Stream<R>> work) {
        return all.stream().gather(Gatherers.windowFixed(AT_ONCE)).flatMap(work).toList();
    }
}
