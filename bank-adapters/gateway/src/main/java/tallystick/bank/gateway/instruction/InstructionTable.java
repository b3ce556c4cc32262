package tallystick.bank.gateway.instruction;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.Order;
import tallystick.bank.gateway.banks.BankSight;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.web.lists.Keyset;

/** Instructions as rows: to show them, and to take those that are due. */
public final class InstructionTable {
    /** Longer than a submission and its records may take, so that no other node begins before it is over. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private static final String ROW = "id, bank, order_json, state, bank_reference, committed_at, since, attempts,"
            + " submitted_at, looks, due_at, lease_until, held_until, handed_over";

    private final JdbcClient database;
    private final InstantSource clock;

    InstructionTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One instruction as it was projected last. */
    public record Row(
            InstructionId id,
            BankId bank,
            Order order,
            State state,
            @Nullable String bankReference,
            Instant committedAt,
            Instant since,
            int attempts,
            @Nullable Instant submittedAt,
            int looks,
            @Nullable Instant dueAt,
            @Nullable Instant leasedUntil,
            @Nullable Instant heldUntil,
            boolean handedOver) {}

    /** So many places as are free at a bank for a kind of order. */
    record Places(BankId bank, String kind, int free) {}

    /**
     * Leases the oldest that are due, of each bank and kind no more than there are places: what waits for a bank that is
     * full is not touched, however much of it there is. The lease counts by the database's clock: moving ours must not end
     * it.
     */
    List<Row> take(int most, List<Places> places) {
        return database.sql("""
            update bank.instructions_v1 set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
             where id in (select due.id
                            from unnest(cast(:banks as text[]), cast(:kinds as text[]), cast(:free as int[]))
                                 as lane (bank, kind, free)
                           cross join lateral
                                 (select i.id from bank.instructions_v1 i
                                   where i.bank = lane.bank and i.kind = lane.kind and i.due_at <= :now
                                     and (i.lease_until is null or i.lease_until < clock_timestamp())
                                   order by i.due_at limit lane.free for update skip locked) as due
                           limit :most)
            returning %s
            """.formatted(ROW))
                .param("lease", LEASE.toMillis())
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .param("banks", places.stream().map(one -> one.bank().value()).toArray(String[]::new))
                .param("kinds", places.stream().map(Places::kind).toArray(String[]::new))
                .param("free", places.stream().map(Places::free).toArray(Integer[]::new))
                .query(InstructionTable::row)
                .list();
    }

    /** Lets go of a row that somebody else is at, and looks again when what they did is projected. */
    void leave(Row row) {
        var leased = row.leasedUntil();
        if (leased != null) {
            database.sql("update bank.instructions_v1 set lease_until = clock_timestamp() + interval '1 second'"
                            + " where id = :id and lease_until = :leased")
                    .param("id", row.id().value())
                    .param("leased", Timestamp.from(leased))
                    .update();
        }
    }

    /** Lets go of a row that can do nothing before then. */
    void leave(Row row, Instant until) {
        database.sql("update bank.instructions_v1 set due_at = :until, lease_until = null"
                        + " where id = :id and state = :state and lease_until = :leased")
                .param("until", Timestamp.from(until))
                .param("id", row.id().value())
                .param("state", row.state().name())
                .param("leased", Timestamp.from(Objects.requireNonNull(row.leasedUntil(), "It was taken.")))
                .update();
    }

    /** The cancel of it at the same bank; the oldest that has not ended, should there be several. */
    Optional<Row> cancelOf(Row row) {
        return database.sql("select " + ROW + " from bank.instructions_v1"
                        + " where bank = :bank and kind = 'Cancel' and cast(order_json as jsonb) ->> 'of' = :of"
                        + " order by due_at is null, committed_at, id limit 1")
                .param("bank", row.bank().value())
                .param("of", row.id().value())
                .query(InstructionTable::row)
                .optional();
    }

    public Optional<Row> find(String id) {
        return find(List.of(id)).getFirst();
    }

    /** Each of them, in their order. */
    public List<Optional<Row>> find(List<String> ids) {
        var found = database
                .sql("select " + ROW + " from bank.instructions_v1 where id = any(?)")
                .param(ids.toArray(String[]::new))
                .query(InstructionTable::row)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.id().value(), row -> row));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    /** Whether anything was ever ordered for the loan. */
    public boolean knows(LoanId loan) {
        return database.sql("select exists (select 1 from bank.instructions_v1 where loan = ?)")
                .param(loan.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the bank's statement of a day, or of a later one, was compared. */
    boolean hasStatement(BankId bank, LocalDate day) {
        return database.sql("select exists (select 1 from bank.statements_v1 where bank = ? and day >= ?)")
                .params(bank.value(), Date.valueOf(day))
                .query(Boolean.class)
                .single();
    }

    /** Asks the bank as soon as it is waited for: something weak has hinted that there is news. */
    public void hint(InstructionId id) {
        database.sql("update bank.instructions_v1 set due_at = least(due_at, :now)"
                        + " where id = :id and state in ('ACCEPTED', 'UNKNOWN')")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    List<Row> list(
            Keyset page, @Nullable String state, @Nullable String bank, @Nullable String loan, BankSight.Seen seen) {
        return database.sql("select " + ROW + " from bank.instructions_v1"
                        + " where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:bank as text) is null or bank = :bank)"
                        + " and (cast(:loan as text) is null or loan = :loan)"
                        + " and (:all or bank in (:of)) and " + page.where() + page.order())
                .params(page.params())
                .param("state", state)
                .param("bank", bank)
                .param("loan", loan)
                .param("all", seen.all())
                .param("of", seen.banks())
                .query(InstructionTable::row)
                .list();
    }

    /** Money of which nobody can say where it is: asked about and unanswered, a person's, or spoken of wrongly. */
    List<Row> doubts(Keyset page, @Nullable String bank, @Nullable String owner) {
        return database.sql("select " + ROW + " from bank.instructions_v1 i"
                        + " where state in ('COMMITTED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'NOT_SENT')"
                        + " and (state = 'UNKNOWN' or handed_over or exists (select 1 from bank.breaks_v1 b"
                        + " where b.instruction = i.id))"
                        + " and (cast(:bank as text) is null or bank = :bank)"
                        + " and (cast(:person as boolean) is null or handed_over = :person)"
                        + " and " + page.where() + page.order())
                .params(page.params())
                .param("bank", bank)
                .param("person", owner == null ? null : owner.equals(Sending.OWNER))
                .query(InstructionTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new InstructionId(row.getString("id")),
                new BankId(row.getString("bank")),
                StoredJson.mapper().readValue(row.getString("order_json"), Order.class),
                State.valueOf(row.getString("state")),
                row.getString("bank_reference"),
                row.getTimestamp("committed_at").toInstant(),
                row.getTimestamp("since").toInstant(),
                row.getInt("attempts"),
                instant(row, "submitted_at"),
                row.getInt("looks"),
                instant(row, "due_at"),
                instant(row, "lease_until"),
                instant(row, "held_until"),
                row.getBoolean("handed_over"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
