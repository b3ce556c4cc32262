package tallystick.application.parties;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.application.api.PartyEvent.IdentifiersAttached;
import tallystick.application.api.PartyEvent.PartyRegistered;

/** Which party has which identifier. */
final class PartyLookUp {
    @EventHandler
    void on(PartyRegistered event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.parties_v1 (id, name) values (?, ?) on conflict (id) do nothing",
                event.party().value(),
                event.shown().name());
        attach(event.party().value(), event.identifiers(), jdbc);
    }

    @EventHandler
    void on(IdentifiersAttached event, JdbcTemplate jdbc) {
        attach(event.party().value(), event.identifiers(), jdbc);
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
