package tallystick.application.lines;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.FundingLineCommand.Attempted;
import tallystick.application.api.FundingLineCommand.Replenish;
import tallystick.application.api.FundingLineCommand.Settle;
import tallystick.application.api.LineKind;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Things;

/**
 * Tells lines what became of what they lent: what is paid out is settled, so that a line does not grow with its book, and
 * what came back is lent again where the line is one of balance. Both may be told again.
 */
final class LineSweep {
    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient database;
    private final LentBefore before;
    private final Things things;
    private final LineDoor door;
    private final InstantSource clock;

    LineSweep(JdbcClient database, LentBefore before, Things things, LineDoor door, InstantSource clock) {
        this.database = database;
        this.before = before;
        this.things = things;
        this.door = door;
        this.clock = clock;
    }

    void run() {
        settle();
        replenish();
    }

    private record Paid(FundingLineId line, Attempted reservation) {}

    private void settle() {
        paid().stream()
                .collect(Collectors.groupingBy(Paid::line, Collectors.mapping(Paid::reservation, Collectors.toList())))
                .forEach((line, reservations) -> door.send(new Settle(line, reservations, clock.instant())));
    }

    private List<Paid> paid() {
        return database.sql("""
            select r.line, r.application, r.placement
              from application.reservations_v1 r
              join application.applications_v1 a on a.id = r.application and a.state = 'FUNDED'
             where r.state = 'CONFIRMED' and not r.settled
             limit :most
            """)
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> new Paid(
                        new FundingLineId(row.getString("line")),
                        new Attempted(new ApplicationId(row.getString("application")), row.getInt("placement"))))
                .list();
    }

    private void replenish() {
        database.sql("select id from application.funding_lines_v1 where kind <> 'VOLUME'")
                .query(String.class)
                .list()
                .forEach(id -> things.find(FundingLine.class, id)
                        .map(found -> found.state())
                        .filter(line -> line.kind() != LineKind.VOLUME)
                        .ifPresent(this::replenish));
    }

    /** Of a loan that several lines lent, each gets its part, rounded down; of one that owes more than was lent, nothing. */
    private void replenish(FundingLine line) {
        var currency = line.limit().currency();
        var repaid = database.sql("""
            select coalesce(sum(trunc(greatest(least(p.principal, t.amount), 0) * r.amount / t.amount, :digits)), 0)
              from application.reservations_v1 r
              join application.party_applications_v1 a on a.application = r.application and a.role = 'APPLICANT'
              join application.repaid_v1 p on p.loan = a.loan
              join lateral (select sum(one.amount) as amount
                              from application.reservations_v1 one
                              join application.funding_lines_v1 l on l.id = one.line
                             where one.application = r.application and one.state = 'CONFIRMED'
                               and l.kind <> 'EXPOSURE') t on true
             where r.line = :line and r.state = 'CONFIRMED'
            """)
                .param("line", line.id().value())
                .param("digits", currency.getDefaultFractionDigits())
                .query(BigDecimal.class)
                .single();
        var money = new Money(currency, repaid).minus(lentBefore(line));
        if (!money.equals(line.repaid())) {
            door.send(new Replenish(line.id(), money, clock.instant()));
        }
    }

    private Money lentBefore(FundingLine line) {
        var currency = line.limit().currency();
        return line.kind() == LineKind.EXPOSURE ? before.outstanding(line.bank(), currency) : Money.zero(currency);
    }
}
