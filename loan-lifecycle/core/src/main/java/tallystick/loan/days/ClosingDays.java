package tallystick.loan.days;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.BusinessDayCommand;
import tallystick.loan.api.BusinessDayCommand.FinishDayClose;
import tallystick.loan.api.BusinessDayCommand.PostAccruals;
import tallystick.loan.api.BusinessDayCommand.StartDayClose;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.BusinessDayEvent.AccrualsPosted;
import tallystick.loan.api.BusinessDayEvent.DayCloseStarted;
import tallystick.loan.api.BusinessDayEvent.DayClosed;
import tallystick.loan.api.DayCounts;
import tallystick.runtime.decide.Decider;

/** Closes the days of a jurisdiction, each once and in their order. */
final class ClosingDays implements Decider<BusinessDayCommand, BusinessDayEvent, BusinessDay> {
    @Override
    public String kind() {
        return "business-day";
    }

    @Override
    public Class<BusinessDayCommand> commands() {
        return BusinessDayCommand.class;
    }

    @Override
    public Class<BusinessDayEvent> events() {
        return BusinessDayEvent.class;
    }

    @Override
    public Class<BusinessDay> states() {
        return BusinessDay.class;
    }

    @Override
    public List<BusinessDayEvent> decide(BusinessDayCommand command, @Nullable BusinessDay is) {
        return switch (command) {
            case StartDayClose c -> start(c, is);
            case PostAccruals c when is != null && c.through().equals(is.running()) -> post(c, is);
            case FinishDayClose c
            when is != null && c.date().equals(is.running()) ->
                List.of(new DayClosed(c.target(), is.jurisdiction(), c.date(), c.counts(), c.at()));
            case PostAccruals _, FinishDayClose _ -> List.of();
        };
    }

    private static List<BusinessDayEvent> post(PostAccruals c, BusinessDay is) {
        return c.through().equals(is.accruedThrough())
                ? List.of()
                : List.of(new AccrualsPosted(c.target(), c.through(), c.interest(), c.at()));
    }

    private static List<BusinessDayEvent> start(StartDayClose c, @Nullable BusinessDay is) {
        if (is != null && (c.date().equals(is.running()) || isClosed(is, c.date()))) {
            return List.of();
        }
        var next = next(is);
        if (next != null && !c.date().equals(next)) {
            throw notTheNext(c.jurisdiction(), next, c.date());
        }
        return List.of(new DayCloseStarted(c.target(), c.jurisdiction(), c.date(), c.by(), c.at()));
    }

    private static boolean isClosed(BusinessDay is, LocalDate date) {
        return is.lastClosed() != null && !date.isAfter(is.lastClosed());
    }

    /** Null where any day may be the first. */
    private static @Nullable LocalDate next(@Nullable BusinessDay is) {
        if (is == null || is.running() != null) {
            return is == null ? null : is.running();
        }
        return is.lastClosed() == null ? null : is.lastClosed().plusDays(1);
    }

    static Refused notTheNext(String jurisdiction, LocalDate next, LocalDate found) {
        return Refusal.of(
                        "not-the-next-day",
                        "Days are closed in their order",
                        "Expected %s, the next day of %s to close; found %s. Close that one, or ask to catch up."
                                .formatted(next, jurisdiction, found))
                .asException();
    }

    @Override
    public BusinessDay after(@Nullable BusinessDay is, BusinessDayEvent event) {
        if (event instanceof DayCloseStarted e) {
            return is == null
                    ? new BusinessDay(e.day(), e.jurisdiction(), null, e.date(), null, DayCounts.NONE)
                    : new BusinessDay(
                            is.id(), is.jurisdiction(), is.lastClosed(), e.date(), is.accruedThrough(), is.counts());
        }
        if (is == null) {
            throw new IllegalStateException("Business days begin with DayCloseStarted; found " + event + ".");
        }
        return switch (event) {
            case DayCloseStarted _ -> is;
            case AccrualsPosted e ->
                new BusinessDay(is.id(), is.jurisdiction(), is.lastClosed(), is.running(), e.through(), is.counts());
            case DayClosed e ->
                new BusinessDay(is.id(), is.jurisdiction(), e.date(), null, is.accruedThrough(), e.counts());
        };
    }
}
