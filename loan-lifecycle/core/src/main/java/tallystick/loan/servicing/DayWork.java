package tallystick.loan.servicing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.loan.api.DayCounts;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BucketChanged;
import tallystick.loan.api.LoanEvent.DebitInstructed;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;
import tallystick.runtime.decide.Things;

/** What a day close does with many loans at once: the same decisions as one by one, with one load and one append. */
public final class DayWork {
    private static final int LOADED_TOGETHER = 250;
    private static final Origin WHO = Origin.of("day close");

    private final Commands commands;
    private final Things things;
    private final ServicingSettings settings;
    private final InstantSource clock;

    DayWork(Commands commands, Things things, ServicingSettings settings, InstantSource clock) {
        this.commands = commands;
        this.things = things;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last day that is closed in a jurisdiction; null before the first. */
    @FunctionalInterface
    public interface LastClosed {
        @Nullable
        LocalDate in(String jurisdiction);
    }

    /** One loan that could not be done. */
    public record Trouble(String loan, String why) {}

    /** What became of some loans. */
    public record Done(List<Agenda> next, List<Trouble> troubles) {}

    /** Does the day for these loans; what it did before it does not do again. */
    public Done close(Collection<String> loans, LocalDate day) {
        List<Outcome<Loan>> outcomes = commands.decideMany(commands(loans, day), WHO);
        var next = new ArrayList<Agenda>();
        var troubles = new ArrayList<Trouble>();
        var ids = loans.iterator();
        for (var outcome : outcomes) {
            var id = ids.next();
            switch (outcome) {
                case Outcome.Done<Loan>(var decided) -> next.add(Agenda.of(decided, day));
                case Outcome.Refused<Loan>(var refusal) -> troubles.add(new Trouble(id, refusal.detail()));
                case Outcome.Failed<Loan>(var _, var cause) ->
                    troubles.add(new Trouble(id, cause.getClass().getSimpleName()));
            }
        }
        return new Done(next, troubles);
    }

    private List<CloseLoanDay> commands(Collection<String> loans, LocalDate day) {
        return loans.stream()
                .map(id -> new CloseLoanDay(new LoanId(id), day, settings.stopAccruingAfter(), clock.instant()))
                .toList();
    }

    /** What the day would do with these loans. */
    public DayCounts look(Collection<String> loans, LocalDate day) {
        var known = things.all(Loan.class, loans);
        return commands(loans, day).stream()
                .flatMap(command -> {
                    var found = known.get(command.target().value());
                    return found == null
                            ? Stream.<LoanEvent>empty()
                            : ClosingDay.close(command, found.state()).stream();
                })
                .map(DayWork::count)
                .reduce(DayCounts.NONE, DayCounts::plus);
    }

    /** What one event of a close counts as. */
    public static DayCounts count(LoanEvent event) {
        return switch (event) {
            case BucketChanged _ -> new DayCounts(0, 0, 1, 0, 0, 0);
            case FeeCharged e when e.ofLateRow() -> new DayCounts(0, 1, 0, 0, 0, 0);
            case DebitInstructed _ -> new DayCounts(0, 0, 0, 1, 0, 0);
            default -> DayCounts.NONE;
        };
    }

    /** What comes next on some loans, after the day that is closed where each was made. */
    public List<Agenda> agendas(Collection<String> loans, LastClosed closed) {
        return loaded(things, loans).map(found -> agenda(found, closed)).toList();
    }

    /** Many are loaded by all processors. */
    static Stream<Decided<Loan>> loaded(Things things, Collection<String> loans) {
        var all = List.copyOf(loans);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + LOADED_TOGETHER)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + LOADED_TOGETHER)))
                .toList()
                .parallelStream()
                .flatMap(some -> things.all(Loan.class, some).values().stream());
    }

    private static Agenda agenda(Decided<Loan> found, LastClosed closed) {
        return Agenda.of(found, closed.in(found.state().jurisdiction()));
    }
}
