package tallystick.loan.books;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.BooksCommand;
import tallystick.loan.api.BooksCommand.ClosePeriod;
import tallystick.loan.api.BooksEvent;
import tallystick.loan.api.BooksEvent.PeriodClosed;
import tallystick.runtime.decide.Decider;

/** Ends periods of the books, in their order. */
final class Periods implements Decider<BooksCommand, BooksEvent, Books> {
    @Override
    public String kind() {
        return "books";
    }

    @Override
    public Class<BooksCommand> commands() {
        return BooksCommand.class;
    }

    @Override
    public Class<BooksEvent> events() {
        return BooksEvent.class;
    }

    @Override
    public Class<Books> states() {
        return Books.class;
    }

    @Override
    public List<BooksEvent> decide(BooksCommand command, @Nullable Books books) {
        return switch (command) {
            case ClosePeriod c -> close(c, books);
        };
    }

    private static List<BooksEvent> close(ClosePeriod c, @Nullable Books books) {
        if (books != null && c.through().equals(books.closedThrough())) {
            return List.of();
        }
        if (books != null && books.isClosed(c.through())) {
            throw no(
                    "period-closed",
                    "The period is closed already",
                    "Expected a day after %s, through which the books are closed; found %s. Close a later one."
                            .formatted(books.closedThrough(), c.through()));
        }
        if (!c.through().isBefore(c.today())) {
            throw no(
                    "period-not-over",
                    "The period is not over",
                    "Expected a day before %s, on which money is booked now; found %s. Wait until the day is closed."
                            .formatted(c.today(), c.through()));
        }
        return List.of(new PeriodClosed(c.target(), c.through(), c.by(), c.at()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    @Override
    public Books after(@Nullable Books books, BooksEvent event) {
        return switch (event) {
            case PeriodClosed e -> new Books(e.books(), e.through());
        };
    }
}
