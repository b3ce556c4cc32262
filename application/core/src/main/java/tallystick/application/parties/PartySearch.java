package tallystick.application.parties;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.WhoHas;
import tallystick.runtime.queries.AnswersQueries;

/** Finds parties by what they have: one look into one index, and one for each that is found. */
final class PartySearch implements AnswersQueries {
    private static final int MOST = 200;

    private final JdbcClient database;

    PartySearch(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    WhoHas.Answer on(WhoHas query) {
        return new WhoHas.Answer(database.sql("""
            select p.id, p.name, p.merged_into
              from application.party_identifiers_v1 i
              join application.parties_v1 p on p.id = i.party
             where i.kind = ? and i.hash = ?
             order by p.id
             limit ?
            """)
                .params(query.kind(), query.hash(), MOST)
                .query((row, _) ->
                        new WhoHas.Found(row.getString("id"), row.getString("name"), row.getString("merged_into")))
                .list());
    }
}
