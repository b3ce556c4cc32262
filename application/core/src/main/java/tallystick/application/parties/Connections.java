package tallystick.application.parties;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    private static final String MINE = """
        with mine (kind, hash) as (
            select * from unnest(:kinds, :hashes)
             union
            select kind, hash from application.party_identifiers_v1 where party = any(:parties)),
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
              from application.party_applications_v1 own
              join application.party_applications_v1 beside on beside.application = own.application
             where own.party = any(:parties) and own.role <> 'DEALER' and beside.role <> 'DEALER')
        """.formatted(Network.MOST_SHARING);

    private static final String STRONG = MINE + """
        select party from sharing where kind in ('DEVICE', 'ACCOUNT', 'CARD')
         union
        select party from together
         limit :most
        """;

    /** People count once, whoever they were merged into; a number that very many share is not counted to its end. */
    private static final String CLUSTERED = MINE + """
        select coalesce(max(found.people), 0) + 1
          from mine
          cross join lateral (
              select count(*) as people
                from (select distinct coalesce(p.merged_into, p.id)
                        from (select i.party from application.party_identifiers_v1 i
                               where i.kind = mine.kind and i.hash = mine.hash limit :most) sharers
                        join application.party_applications_v1 a on a.party = sharers.party
                        join application.parties_v1 p on p.id = sharers.party
                       where a.role <> 'DEALER' and a.at > :since
                         and coalesce(p.merged_into, p.id) <> all(:parties)) one) found
         where mine.kind in ('PHONE', 'EMAIL', 'ADDRESS')
        """;

    /** Also who came a moment ago and is in no read model yet. What very many share connects nobody. */
    private static final String LINKED = MINE + """
        , alike (kind, application) as (
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
            select unnest(cast(:parties as text[]))
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
            select application from arriving)
        select linked.application, coalesce(a.amount, new.amount) as amount, a.application is not null as known
          from linked
          left join application.party_applications_v1 a
                 on a.application = linked.application and a.role = 'APPLICANT'
          left join lateral (select jurisdiction, amount, at from application.arrivals
                              where application = linked.application limit 1) new on true
         where linked.application <> :application
           and coalesce(a.standing, 'open') = 'open'
           and coalesce(a.jurisdiction, new.jurisdiction) = :jurisdiction and coalesce(a.at, new.at) > :since
        """.formatted(Network.MOST_SHARING);

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
        var party = asked.party();
        var is = parties.found(party);
        var has = is.map(Party::identifiers).orElse(List.of());
        var strong = strong(Set.of(party), has, party);
        return new NetworkOf.Answer(
                is.map(Party::flags).orElse(Set.of()),
                List.copyOf(strong),
                frauds(strong, party),
                around(CLUSTERED, Set.of(party), has)
                        .param("since", before(asked.at(), CLUSTER))
                        .param("most", Network.MOST_SHARING)
                        .query(Integer.class)
                        .single(),
                linked(asked, has));
    }

    private record Linked(String application, BigDecimal amount, boolean known) {}

    /** What no read model knows yet counts when it was handed in indeed. */
    private BigDecimal linked(NetworkOf asked, List<Identifier> has) {
        var linked = around(LINKED, Set.of(asked.party()), has)
                .param("since", before(asked.at(), WEEK))
                .param("application", asked.application().value())
                .param("jurisdiction", asked.jurisdiction())
                .query((row, _) ->
                        new Linked(row.getString("application"), row.getBigDecimal("amount"), row.getBoolean("known")))
                .list();
        var open = handedIn(linked.stream()
                .filter(one -> !one.known())
                .map(Linked::application)
                .toList());
        return linked.stream()
                .filter(one -> one.known() || open.contains(one.application()))
                .map(Linked::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Set<String> handedIn(List<String> noted) {
        return noted.isEmpty()
                ? Set.of()
                : things.all(Application.class, noted).values().stream()
                        .filter(found -> found.state().isHandedIn())
                        .map(Decided::id)
                        .collect(Collectors.toSet());
    }

    private Set<PartyId> strong(Set<PartyId> from, List<Identifier> has, PartyId but) {
        var near = new HashSet<>(around(STRONG, from, has)
                .param("most", Network.MOST_PEOPLE)
                .query((row, _) -> new PartyId(row.getString("party")))
                .list());
        near.remove(but);
        return near;
    }

    private int frauds(Set<PartyId> strong, PartyId but) {
        var near = new HashSet<>(strong);
        if (!strong.isEmpty()) {
            near.addAll(strong(strong, List.of(), but));
        }
        return (int) things.all(Party.class, near.stream().map(PartyId::value).toList()).values().stream()
                .map(Decided::state)
                .filter(party -> party.flags().contains(Flag.FRAUD))
                .count();
    }

    private StatementSpec around(String sql, Collection<PartyId> parties, List<Identifier> has) {
        return database.sql(sql)
                .param("parties", parties.stream().map(PartyId::value).toArray(String[]::new))
                .param("kinds", has.stream().map(Identifier::kind).toArray(String[]::new))
                .param("hashes", has.stream().map(Identifier::hash).toArray(String[]::new));
    }

    private static OffsetDateTime before(Instant at, Duration days) {
        return OffsetDateTime.ofInstant(at.minus(days), ZoneOffset.UTC);
    }
}
