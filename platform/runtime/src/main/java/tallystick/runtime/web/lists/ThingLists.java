package tallystick.runtime.web.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** Lists of things: a read model says which there are, and their own events how each stands now. The newest first. */
public final class ThingLists {
    private final JdbcClient database;
    private final Things things;

    ThingLists(JdbcClient database, Things things) {
        this.database = database;
        this.things = things;
    }

    private record Row(String at, String id) {}

    /**
     * One page.
     *
     * @param table of the context's own schema, with a column {@code id}; a constant, never from a request
     * @param since the column that orders it, an instant
     * @param filters the columns by which the list may be narrowed, named as in the request
     */
    public <S, V> ResponseEntity<Page<V>> page(
            Listing listing,
            String table,
            String since,
            Class<S> states,
            Function<Decided<S>, V> show,
            String... filters) {
        var page = listing.by(new Column(since, "timestamptz"), new Column("id", "text"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        var where = new StringBuilder();
        for (var filter : filters) {
            params.put(filter, listing.filter(filter).orElse(null));
            where.append("(cast(:%1$s as text) is null or %2$s = :%1$s) and ".formatted(filter, column(filter)));
        }
        var rows = database.sql("select cast(%s as text) as at, id from %s where %s%s%s"
                        .formatted(since, table, where, page.where(), page.order()))
                .params(params)
                .query((row, _) -> new Row(row.getString("at"), row.getString("id")))
                .list();
        var known = things.all(states, rows.stream().map(Row::id).toList());
        return listing.answer(
                rows,
                row -> List.of(row.at(), row.id()),
                row -> show.apply(Objects.requireNonNull(known.get(row.id()))));
    }

    /** {@code waitingFor} is {@code waiting_for}. */
    private static String column(String filter) {
        return filter.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
