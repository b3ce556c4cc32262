package tallystick.application.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tallystick.application.api.FundingLineEvent.Slot;

/** How many applications programmes have taken out of a line, by the day of their market. */
record Slots(List<Taken> days) {
    static final Slots NONE = new Slots(List.of());

    Slots {
        days = List.copyOf(days);
    }

    record Taken(Slot slot, int times) {}

    int ofDay(Slot slot) {
        return sum(other -> other.equals(slot));
    }

    int ofMonth(Slot slot) {
        return sum(other -> other.programme().equals(slot.programme())
                && other.day().withDayOfMonth(1).equals(slot.day().withDayOfMonth(1)));
    }

    private int sum(Predicate<Slot> which) {
        return days.stream()
                .filter(day -> which.test(day.slot()))
                .mapToInt(Taken::times)
                .sum();
    }

    Slots plus(Slot slot) {
        return with(slot, ofDay(slot) + 1);
    }

    /** What is forgotten already is not given back. */
    Slots minus(Slot slot) {
        return with(slot, ofDay(slot) - 1);
    }

    /** The month before is kept too, for clocks that differ. */
    private Slots with(Slot slot, int times) {
        var oldest = slot.day().withDayOfMonth(1).minusMonths(1);
        var next = new ArrayList<>(days);
        next.removeIf(day -> day.slot().equals(slot) || day.slot().day().isBefore(oldest));
        if (times > 0) {
            next.add(new Taken(slot, times));
        }
        return new Slots(next);
    }
}
