package tallystick.application.parties;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.*;

/** Which party has which identifier. */
final class PartyLookUp {
    @EventHandler
    void on(PartyEvent event, JdbcTemplate jdbc) {
        var party = event.party().value();
        switch (event) {
            case PartyRegistered e -> {
                jdbc.update(
                        "insert into application.parties_v1 (id, name) values (?, ?) on conflict (id) do nothing",
                        party,
                        e.shown().name());
                attach(party, e.identifiers(), jdbc);
            }
            case IdentifiersAttached e -> attach(party, e.identifiers(), jdbc);
            case PartyMerged e -> merged(party, e.into().value(), jdbc);
            case PartySplit _ -> merged(party, null, jdbc);
            case PartyErased _ -> {
                jdbc.update("update application.parties_v1 set name = '***' where id = ?", party);
                jdbc.update("delete from application.party_identifiers_v1 where party = ?", party);
            }
            case PartyFlagged _, FlagTakenBack _ -> {}
        }
    }

    private static void merged(String party, @Nullable String into, JdbcTemplate jdbc) {
        jdbc.update("update application.parties_v1 set merged_into = ? where id = ?", into, party);
    }

    private static void attach(String party, List<Identifier> identifiers, JdbcTemplate jdbc) {
        identifiers.forEach(identifier -> jdbc.update(
                "insert into application.party_identifiers_v1 (kind, hash, party) values (?, ?, ?) on conflict do"
                        + " nothing",
                identifier.kind(),
                identifier.hash(),
                party));
    }
}
