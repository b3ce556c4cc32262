package tallystick.application.parties;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.PartyId;

/** Who is connected with whom: by a shared phone, device, address, account, employer, or by one application. */
public final class Network {
    /** What more people than this share connects nobody: the number of a bank, the address of a dormitory. */
    static final int MOST_SHARING = 50;

    static final int MOST_PEOPLE = 200;
    private static final String NEIGHBOURS = """
        with recursive reached (party, hops) as (
            select cast(:party as text), 0
            union
            select n.party, r.hops + 1
              from reached r
              cross join lateral (
                  select other.party
                    from application.party_identifiers_v1 mine
                    cross join lateral (
                        select array_agg(s.party) as parties
                          from (select i.party from application.party_identifiers_v1 i
                                 where i.kind = mine.kind and i.hash = mine.hash limit :sharing + 1) s
                        having count(*) <= :sharing) few
                    cross join lateral unnest(few.parties) as other (party)
                   where mine.party = r.party
                   union
                  select beside.party
                    from application.party_applications_v1 mine
                    join application.party_applications_v1 beside on beside.application = mine.application
                   where mine.party = r.party and mine.role <> 'DEALER' and beside.role <> 'DEALER') n
             where r.hops < :hops)
        select party, min(hops) as hops from reached group by party having min(hops) > 0 order by 2, 1 limit :people
        """;

    private final JdbcClient database;

    Network(JdbcClient database) {
        this.database = database;
    }

    /** Somebody within reach, and what is known of their applications. */
    public record Neighbour(String party, int hops, String name, int open, int declined) {}

    /** What the rules may ask of a network. */
    public record Features(int people, int open, int declined) {
        static Features of(List<Neighbour> neighbours) {
            return new Features(
                    neighbours.size(),
                    neighbours.stream().mapToInt(Neighbour::open).sum(),
                    neighbours.stream().mapToInt(Neighbour::declined).sum());
        }
    }

    public Features features(PartyId party) {
        return Features.of(within(party, 2));
    }

    List<Neighbour> within(PartyId party, int hops) {
        return database.sql("""
            select n.party, n.hops, p.name,
                   count(*) filter (where a.standing = 'open') as open,
                   count(*) filter (where a.standing = 'declined') as declined
              from (%s) n
              join application.parties_v1 p on p.id = n.party
              left join application.party_applications_v1 a on a.party = n.party
             group by n.party, n.hops, p.name
             order by n.hops, n.party
            """.formatted(NEIGHBOURS))
                .param("party", party.value())
                .param("hops", hops)
                .param("sharing", MOST_SHARING)
                .param("people", MOST_PEOPLE)
                .query((row, _) -> new Neighbour(
                        row.getString("party"),
                        row.getInt("hops"),
                        row.getString("name"),
                        row.getInt("open"),
                        row.getInt("declined")))
                .list();
    }
}
