package tallystick.runtime.processing.sagas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.sagas.LoadedSagas.Loaded;

/**
 * The sagas of one group, in its context's schema. A write names the version it was made from and is refused when the
 * saga has moved on; a saga that a step left as it was is not written at all.
 */
public final class Sagas implements SagaStore<Object> {
    /** The saga, its associations and whether steps of it are parked: one statement, so they belong to one moment. */
    private static final String WHOLE = """
        select s.saga_id, s.version, s.body,
            exists (select from %1$s.parked_steps p where p.processor = s.processor
                and p.saga_id = s.saga_id and p.state <> 'closed') as parked,
            a.keys, a.values
        from %1$s.sagas s
        cross join lateral (
            select array_agg(a.key) as keys, array_agg(a.value) as values from %1$s.saga_associations a
             where a.processor = s.processor and a.saga_id = s.saga_id) a\
        """;

    private final GroupName group;
    private final JdbcTemplate jdbc;
    private final SagaJson json;

    public Sagas(GroupName group, JdbcTemplate jdbc, SagaJson json) {
        this.group = group;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The rows are kept for {@link #loadSaga}, which follows at once for those of the segment. */
    @Override
    public Set<String> findSagas(Class<?> type, AssociationValue association) {
        var found = jdbc.query(
                sql(WHOLE + """
                     join %1$s.saga_associations f on f.processor = s.processor and f.saga_id = s.saga_id
                    where f.processor = ? and f.key = ? and f.value = ?\
                    """),
                (row, _) -> row(row),
                group.text(),
                association.getKey(),
                String.valueOf(association.getValue()));
        found.forEach(LoadedSagas.current()::found);
        return found.stream().map(Row::saga).collect(Collectors.toSet());
    }

    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> type, String saga) {
        var loaded = LoadedSagas.current();
        return loaded.justFound(saga)
                .or(() -> read(saga))
                .map(row -> {
                    loaded.add(saga, new Loaded(row.version(), row.body()), row.parked());
                    return new Stored<>(row.associations(), json.read(row.body(), type));
                })
                .orElse(null);
    }

    private Optional<Row> read(String saga) {
        return jdbc
                .query(
                        sql(WHOLE + " where s.processor = ? and s.saga_id = ?"),
                        (row, _) -> row(row),
                        group.text(),
                        saga)
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("saga_id"),
                row.getLong("version"),
                row.getString("body"),
                row.getBoolean("parked"),
                associations(row));
    }

    private static Set<AssociationValue> associations(ResultSet row) throws SQLException {
        if (row.getArray("keys") == null) {
            return Set.of();
        }
        var keys = (String[]) row.getArray("keys").getArray();
        var values = (String[]) row.getArray("values").getArray();
        return IntStream.range(0, keys.length)
                .mapToObj(i -> new AssociationValue(keys[i], values[i]))
                .collect(Collectors.toSet());
    }

    @Override
    public void insertSaga(Class<?> type, String saga, Object instance, Set<AssociationValue> associations) {
        jdbc.update(
                sql("insert into %s.sagas (processor, saga_id, version, body) values (?, ?, 1, ?)"),
                group.text(),
                saga,
                json.write(instance));
        associate(saga, associations);
    }

    @Override
    public void updateSaga(Class<?> type, String saga, Object instance, AssociationValues associations) {
        var loaded = LoadedSagas.current().of(saga).orElseThrow(() -> new StaleSaga(saga, 0));
        var body = json.write(instance);
        var unassociated = associations.removedAssociations();
        var associated = associations.addedAssociations();
        if (body.equals(loaded.body()) && unassociated.isEmpty() && associated.isEmpty()) {
            return;
        }
        var changed = jdbc.update(
                sql("update %s.sagas set version = version + 1, body = ? where processor = ? and saga_id = ? and"
                        + " version = ?"),
                body,
                group.text(),
                saga,
                loaded.version());
        requireCurrent(changed, saga, loaded);
        unassociated.forEach(a -> jdbc.update(
                sql("delete from %s.saga_associations where processor = ? and key = ? and value = ? and saga_id = ?"),
                group.text(),
                a.getKey(),
                a.getValue(),
                saga));
        associate(saga, associated);
    }

    @Override
    public void deleteSaga(Class<?> type, String saga, Set<AssociationValue> associations) {
        var loaded = LoadedSagas.current().of(saga).orElseThrow(() -> new StaleSaga(saga, 0));
        var changed = jdbc.update(
                sql("delete from %s.sagas where processor = ? and saga_id = ? and version = ?"),
                group.text(),
                saga,
                loaded.version());
        requireCurrent(changed, saga, loaded);
        forgetAssociations(saga);
    }

    /** Removes a saga whose starting step was given up. */
    void remove(String saga) {
        jdbc.update(sql("delete from %s.sagas where processor = ? and saga_id = ?"), group.text(), saga);
        forgetAssociations(saga);
    }

    private void forgetAssociations(String saga) {
        jdbc.update(sql("delete from %s.saga_associations where processor = ? and saga_id = ?"), group.text(), saga);
    }

    private void associate(String saga, Set<AssociationValue> associations) {
        if (associations.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                sql("insert into %s.saga_associations (processor, key, value, saga_id) values (?, ?, ?, ?) on"
                        + " conflict do nothing"),
                associations.stream()
                        .map(a -> new Object[] {group.text(), a.getKey(), String.valueOf(a.getValue()), saga})
                        .toList());
    }

    private static void requireCurrent(int rows, String saga, Loaded loaded) {
        if (rows == 0) {
            throw new StaleSaga(saga, loaded.version());
        }
    }

    private String sql(String text) {
        return text.formatted(group.schema());
    }

    /** A saga as it was read. */
    record Row(String saga, long version, String body, boolean parked, Set<AssociationValue> associations) {}

    private record Stored<S>(Set<AssociationValue> associationValues, S saga) implements SagaStore.Entry<S> {}
}
