package tallystick.application.lines;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.application.api.FundingLineEvent.LineReserved;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.FundingLineId;
import tallystick.runtime.deadlines.Deadlines;
import tallystick.runtime.processing.SetWise;

/** What a batch of events does to reservations and to the moments when they end: four statements, whatever their number. */
final class ReservationChanges implements SetWise {
    static final String RESERVATION = "reservation";

    private static final String INSERT = """
        insert into application.reservations_v1 (line, application, placement, amount, currency, state, at)
        select line, application, placement, amount, currency, 'RESERVED', at
          from unnest(?::text[], ?::text[], ?::int[], ?::numeric[], ?::text[], ?::timestamptz[])
               as m (line, application, placement, amount, currency, at)
        on conflict (line, application, placement)
        do update set amount = excluded.amount, state = excluded.state, at = excluded.at
        """;
    private static final String UPDATE = """
        update application.reservations_v1 r
           set state = case m.state when 'SETTLED' then 'CONFIRMED' else m.state end,
               settled = r.settled or m.state = 'SETTLED'
          from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as m (line, application, placement, state)
         where r.line = m.line and r.application = m.application and r.placement = m.placement
        """;

    private final Deadlines deadlines;
    private final Map<Key, LineReserved> reserved = new LinkedHashMap<>();
    private final Map<Key, String> states = new LinkedHashMap<>();
    private final Map<String, LineReserved> waiting = new TreeMap<>();
    private final Collection<String> over = new TreeSet<>();

    ReservationChanges(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    private record Key(FundingLineId line, ApplicationId application, int placement) {
        /** As the deadline is named. */
        String text() {
            return line + "/" + application + "/" + placement;
        }
    }

    /** Perhaps once more, after it was given back. */
    void reserved(LineReserved e) {
        var key = new Key(e.line(), e.application(), e.placement());
        states.remove(key);
        reserved.put(key, e);
        waiting.put(key.text(), e);
    }

    void held(FundingLineId line, ApplicationId application, int placement) {
        var wait = new Key(line, application, placement).text();
        waiting.remove(wait);
        over.add(wait);
    }

    void now(FundingLineId line, ApplicationId application, int placement, String state) {
        held(line, application, placement);
        states.put(new Key(line, application, placement), state);
    }

    @Override
    public void flush(JdbcOperations jdbc) {
        if (!reserved.isEmpty()) {
            var made = reserved.values();
            jdbc.update(
                    INSERT,
                    each(made, e -> e.line().value()),
                    each(made, e -> e.application().value()),
                    made.stream().map(LineReserved::placement).toArray(Integer[]::new),
                    each(made, e -> e.amount().amount().toPlainString()),
                    each(made, e -> e.amount().currency().getCurrencyCode()),
                    each(made, e -> e.at().toString()));
        }
        if (!states.isEmpty()) {
            var keys = states.keySet();
            jdbc.update(
                    UPDATE,
                    each(keys, key -> key.line().value()),
                    each(keys, key -> key.application().value()),
                    keys.stream().map(Key::placement).toArray(Integer[]::new),
                    states.values().toArray(String[]::new));
        }
        deadlines.clearAll(RESERVATION, over);
        var due = new TreeMap<String, Instant>();
        waiting.forEach((wait, e) -> due.put(wait, e.expiresAt()));
        deadlines.setAll(RESERVATION, due);
    }

    private static <T> String[] each(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
