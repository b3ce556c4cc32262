package tallystick.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.Confirm;
import tallystick.application.api.FundingLineCommand.HoldReservation;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.FundingLine;
import tallystick.kernel.Addressed;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refusal;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;

/** An application and funding lines in memory, decided as they are; what goes to loans and banks is kept. */
public final class Memory implements Things {
    private final Map<String, Object> states = new HashMap<>();
    private final List<Addressed> toOthers = new ArrayList<>();
    private final DecidedBy commands = new DecidedBy(this::decided);
    private boolean refusing;

    public Memory(Application application) {
        states.put(application.id().value(), application);
    }

    public DecidedBy commands() {
        return commands;
    }

    /** What loans and banks were sent since somebody looked. */
    public List<Addressed> toOthers() {
        var sent = List.copyOf(toOthers);
        toOthers.clear();
        return sent;
    }

    /** Whether loans and banks refuse what they are sent from here on. */
    public void refuse(boolean now) {
        refusing = now;
    }

    /** A line of that bank, of which nothing is taken. */
    public void line(Share share) {
        var line = share.fundingLine();
        var limit = Money.of("CNY", "50000.00");
        var valid = Duration.ofMinutes(30);
        var programme = ProgrammeId.named("together");
        commands.sendAndWait(new ProposeLine(line, share.bank(), programme, limit, valid, "olga", Together.NOW, null));
        commands.sendAndWait(new ApproveLine(line, "paul", Together.NOW));
    }

    /** One of which the application has that share. */
    public void lent(Share share) {
        line(share);
        var line = share.fundingLine();
        commands.sendAndWait(new Reserve(line, Together.APP, 1, share.amount(), Together.NOW));
        commands.sendAndWait(new HoldReservation(line, Together.APP, 1, Together.NOW));
        commands.sendAndWait(new Confirm(line, Together.APP, 1, share.amount(), Together.NOW));
    }

    public Money used(FundingLineId line) {
        return ((FundingLine) state(line.value())).used();
    }

    public Application application() {
        return (Application) state(Together.APP.value());
    }

    private Object state(String id) {
        return Objects.requireNonNull(states.get(id));
    }

    private Object decided(Addressed command) {
        return switch (command) {
            case ApplicationCommand c -> changed(c, Application.decider());
            case FundingLineCommand c -> changed(c, FundingLine.decider());
            default -> {
                toOthers.add(command);
                if (refusing) {
                    throw Refusal.of("no", "No", "It is not as it was.").asException();
                }
                yield command;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private <C extends Addressed, E, S> S changed(C command, Decider<C, E, S> decider) {
        var id = command.target().value();
        var state = (S) states.get(id);
        for (var event : decider.decide(command, state)) {
            state = decider.after(state, event);
        }
        states.put(id, Objects.requireNonNull(state));
        return state;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Map<String, Decided<S>> all(Class<S> kind, Collection<String> ids) {
        return ids.stream()
                .filter(states::containsKey)
                .collect(Collectors.toMap(id -> id, id -> new Decided<>(id, 1, (S) state(id))));
    }
}
