package tallystick.application.parties;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.NetworkOf;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.AnswersQueries;

/**
 * Tells the credit audit how an applicant is connected. What the applicant has is read from the party itself, since the read
 * model may not know yet of somebody who was identified a moment ago.
 */
final class Connections implements AnswersQueries {
    private static final Duration CLUSTER = Duration.ofDays(60);
    private static final Duration WEEK = Duration.ofDays(7);

    /** What these people have and who they are with, whatever has been said of {@code these} and {@code has} before. */
    private static final String NEAR = """
        mine (kind, hash) as (
            select kind, hash from has
             union
            select i.kind, i.hash
              from these join application.party_identifiers_v1 i on i.party = these.party),
        sharing (kind, party) as (
            select mine.kind, one.party
              from mine
              cross join lateral (
                  select array_agg(s.party) as parties
                    from (select i.party from application.party_identifiers_v1 i
                           where i.kind = mine.kind and i.hash = mine.hash limit %1$d + 1) s
                  having count(*) <= %1$d) few
              cross join lateral unnest(few.parties) as one (party)),
        together (party) as (
            select beside.party
              from these
              join application.party_applications_v1 own on own.party = these.party
              join application.party_applications_v1 beside on beside.application = own.application
             where own.role <> 'DEALER' and beside.role <> 'DEALER')
        """.formatted(Network.MOST_SHARING);

    private static final String STRONG = """
        select party from sharing where kind in ('DEVICE', 'ACCOUNT', 'CARD')
         union
        select party from together
         limit :people\
        """;

    private static final String SECOND = """
        with these (party) as (select unnest(cast(:parties as text[]))),
        has (kind, hash) as (select '', '' where false),
        """ + NEAR + STRONG;

    /** People count once, whoever they were merged into; a number that very many share is not counted to its end. */
    private static final String CLUSTERED = """
        select coalesce(max(found.people), 0) + 1
          from mine
          cross join lateral (
              select count(*) as people
                from (select distinct coalesce(p.merged_into, p.id)
                        from (select i.party from application.party_identifiers_v1 i
                               where i.kind = mine.kind and i.hash = mine.hash limit :sharing) sharers
                        join application.party_applications_v1 a on a.party = sharers.party
                        join application.parties_v1 p on p.id = sharers.party
                       where a.role <> 'DEALER' and a.at > :sinceCluster
                         and coalesce(p.merged_into, p.id) <> :applicant) one) found
         where mine.kind in ('PHONE', 'EMAIL', 'ADDRESS')\
        """;

    /** Also who came a moment ago and is in no read model yet. What very many share connects nobody. */
    private static final String LINKS = """
        alike (kind, application) as (
            select this.kind, one.application
              from application.arrivals this
              cross join lateral (
                  select array_agg(s.application) as applications
                    from (select a.application from application.arrivals a
                           where a.kind = this.kind and a.mark = this.mark limit %1$d + 1) s
                  having count(*) <= %1$d) few
              cross join lateral unnest(few.applications) as one (application)
             where this.application = :application and this.kind <> 'DEALER'
               and (this.applicant or this.kind in ('PARTY', 'VIN'))),
        arriving (application) as (
            select application from alike where kind in ('PARTY', 'VIN', 'ADDRESS')
             union
            select alike.application
              from alike
              join application.arrivals that on that.application = alike.application and that.kind = 'DEALER'
              join application.arrivals this on this.mark = that.mark and this.kind = 'DEALER'
             where this.application = :application),
        household (party) as (
            select party from these
             union
            select party from sharing where kind = 'ADDRESS'
             union
            select party from together),
        linked (application) as (
            select a.application from household join application.party_applications_v1 a on a.party = household.party
             union
            select a.application
              from sharing
              join application.party_applications_v1 a on a.party = sharing.party
              join application.party_applications_v1 that on that.application = a.application and that.role = 'DEALER'
              join application.party_applications_v1 this on this.party = that.party and this.role = 'DEALER'
             where this.application = :application
             union
            select other.application
              from application.application_identifiers_v1 this
              join application.application_identifiers_v1 other on other.kind = this.kind and other.hash = this.hash
             where this.application = :application and this.kind = 'VIN'
             union
            select application from arriving),
        links (application, amount, known) as (
            select linked.application, coalesce(a.amount, new.amount), a.application is not null
              from linked
              left join application.party_applications_v1 a
                     on a.application = linked.application and a.role = 'APPLICANT'
              left join lateral (select jurisdiction, amount, at from application.arrivals
                                  where application = linked.application limit 1) new on true
             where linked.application <> :application
               and coalesce(a.standing, 'open') = 'open'
               and coalesce(a.jurisdiction, new.jurisdiction) = :jurisdiction and coalesce(a.at, new.at) > :sinceWeek)
        """.formatted(Network.MOST_SHARING);

    /**
     * In one statement, since each decision asks all of it; and without arrays, since PostgreSQL would plan it anew for each:
     * it takes an array that it does not know yet for a long one. Planning took ten times as long as looking.
     */
    private static final String AROUND = """
        with these (party) as (values (cast(:applicant as text))),
        has (kind, hash) as (values :has),
        """ + NEAR + ", " + LINKS + """
            select array(%s) as strong, (%s) as cluster,
                   (select coalesce(sum(amount), 0) from links where known) as linked,
                   array(select application from links where not known order by application) as noted,
                   array(select amount from links where not known order by application) as noted_amounts
            """.formatted(STRONG, CLUSTERED);

    private static final Identifier NOTHING = new Identifier("", "");

    private final JdbcClient database;
    private final Parties parties;
    private final Things things;

    Connections(JdbcClient database, Parties parties, Things things) {
        this.database = database;
        this.parties = parties;
        this.things = things;
    }

    @QueryHandler
    NetworkOf.Answer on(NetworkOf asked) {
        var is = parties.found(asked.party());
        var has = is.map(Party::identifiers).orElse(List.of());
        var around = around(asked, has);
        return new NetworkOf.Answer(
                is.map(Party::flags).orElse(Set.of()),
                List.copyOf(around.strong),
                frauds(around.strong, asked.party()),
                around.cluster,
                around.linked.add(handedIn(around.noted)));
    }

    /** What no read model knows yet counts when it was handed in indeed. */
    private BigDecimal handedIn(Map<String, BigDecimal> noted) {
        return noted.isEmpty()
                ? BigDecimal.ZERO
                : things.all(Application.class, noted.keySet()).values().stream()
                        .filter(found -> found.state().isHandedIn())
                        .map(found -> Objects.requireNonNull(noted.get(found.id())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Around(Set<PartyId> strong, int cluster, BigDecimal linked, Map<String, BigDecimal> noted) {
        static Around of(ResultSet row, PartyId but) throws SQLException {
            var strong = Stream.of((String[]) row.getArray("strong").getArray())
                    .map(PartyId::new)
                    .filter(near -> !near.equals(but))
                    .collect(Collectors.toSet());
            return new Around(strong, row.getInt("cluster"), row.getBigDecimal("linked"), noted(row));
        }

        private static Map<String, BigDecimal> noted(ResultSet row) throws SQLException {
            var applications = (String[]) row.getArray("noted").getArray();
            var amounts = (BigDecimal[]) row.getArray("noted_amounts").getArray();
            return IntStream.range(0, applications.length)
                    .boxed()
                    .collect(Collectors.toMap(i -> applications[i], i -> amounts[i]));
        }
    }

    private Around around(NetworkOf asked, List<Identifier> has) {
        return database.sql(AROUND)
                .param("applicant", asked.party().value())
                .param("has", pairs(has))
                .param("people", Network.MOST_PEOPLE)
                .param("sharing", Network.MOST_SHARING)
                .param("sinceCluster", before(asked.at(), CLUSTER))
                .param("sinceWeek", before(asked.at(), WEEK))
                .param("application", asked.application().value())
                .param("jurisdiction", asked.jurisdiction())
                .query((row, _) -> Around.of(row, asked.party()))
                .single();
    }

    /** A row that finds nothing comes first, for one who has nothing yet. */
    private static List<Object[]> pairs(List<Identifier> has) {
        return Stream.concat(Stream.of(NOTHING), has.stream())
                .map(identifier -> new Object[] {identifier.kind(), identifier.hash()})
                .toList();
    }

    private int frauds(Set<PartyId> strong, PartyId but) {
        var near = new HashSet<>(strong);
        if (!strong.isEmpty()) {
            near.addAll(database.sql(SECOND)
                    .param("people", Network.MOST_PEOPLE)
                    .param("parties", strong.stream().map(PartyId::value).toArray(String[]::new))
                    .query((row, _) -> new PartyId(row.getString("party")))
                    .list());
            near.remove(but);
        }
        return (int) things.all(Party.class, near.stream().map(PartyId::value).toList()).values().stream()
                .map(Decided::state)
                .filter(party -> party.flags().contains(Flag.FRAUD))
                .count();
    }

    private static OffsetDateTime before(Instant at, Duration days) {
        return OffsetDateTime.ofInstant(at.minus(days), ZoneOffset.UTC);
    }
}
