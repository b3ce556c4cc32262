package tallystick.runtime.deadlines;

import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;

/** One node's way to the inbox; reads that node's clock on arrival. */
record Door(Inbox inbox, Clock clock) implements Commands {
    @Override
    @SuppressWarnings("unchecked")
    public <S> Decided<S> sendAndWait(Addressed command) {
        var due = (TimeIsUp) command;
        inbox.receive(
                due,
                new Inbox.Came(
                        due.target().value(),
                        due.due(),
                        clock.instant(),
                        TransactionSynchronizationManager.isActualTransactionActive()));
        return new Decided<>(due.target().value(), 1, (S) due);
    }

    @Override
    public <S> Decided<S> send(Addressed command, Origin origin) {
        throw new UnsupportedOperationException("Deadlines only send and wait.");
    }

    @Override
    public <S> List<Outcome<S>> decideMany(List<? extends Addressed> commands, Origin origin) {
        throw new UnsupportedOperationException("Deadlines only send and wait.");
    }
}
