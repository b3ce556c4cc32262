package tallystick.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;

/** A door for commands in memory: a function decides them and gives the state after; what was sent is kept. */
public final class DecidedBy implements Commands {
    private final Function<Addressed, Object> deciding;
    private final List<Addressed> sent = new ArrayList<>();

    public DecidedBy(Function<Addressed, Object> deciding) {
        this.deciding = deciding;
    }

    public List<Addressed> sent() {
        return sent;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Decided<S> sendAndWait(Addressed command) {
        sent.add(command);
        return (Decided<S>) new Decided<>(command.target().value(), 1, deciding.apply(command));
    }

    @Override
    public <S> Decided<S> send(Addressed command, Origin origin) {
        return sendAndWait(command);
    }

    @Override
    public <S> List<Outcome<S>> decideMany(List<? extends Addressed> commands, Origin origin) {
        throw new UnsupportedOperationException("Expected one command at a time.");
    }
}
