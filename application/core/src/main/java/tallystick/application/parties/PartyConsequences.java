package tallystick.application.parties;

import java.time.InstantSource;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.ApplicationCommand.HoldApplication;
import tallystick.application.api.ApplicationEvent.ApplicationSubmitted;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.application.api.PartyEvent.PartyErased;
import tallystick.application.api.PartyEvent.PartyFlagged;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.sealing.Erasures;

/** What follows from a party's flag or end elsewhere. Every step may be repeated. */
final class PartyConsequences {
    private final JdbcClient database;
    private final Commands commands;
    private final Parties parties;
    private final Erasures erasures;
    private final InstantSource clock;

    PartyConsequences(JdbcClient database, Commands commands, Parties parties, Erasures erasures, InstantSource clock) {
        this.database = database;
        this.commands = commands;
        this.parties = parties;
        this.erasures = erasures;
        this.clock = clock;
    }

    @EventHandler
    void on(PartyFlagged event) {
        if (event.flag() == Flag.HOLD) {
            applications(event.party(), "and standing = 'open'").forEach(id -> hold(id, event.by()));
        }
    }

    /** Somebody who is held may ask, and is not paid. */
    @EventHandler
    void on(ApplicationSubmitted event) {
        if (parties.found(event.applicant())
                .filter(party -> party.flags().contains(Flag.HOLD))
                .isPresent()) {
            hold(event.application(), "system");
        }
    }

    private void hold(ApplicationId id, String by) {
        try {
            commands.sendAndWait(new HoldApplication(id, "PARTY_HELD", by, clock.instant()));
        } catch (Refused tooLate) {
            // The payout is ordered or all is over: the loan's own hold is for what comes then.
        }
    }

    /** The party's own keys, and those of the applications that it alone asked for. */
    @EventHandler
    void on(PartyErased event) {
        applications(event.party(), "and role = 'APPLICANT'")
                .forEach(id -> erasures.erase(id.value(), Sealed.Purpose.IDENTITY));
        erasures.erase(event.party().value(), Sealed.Purpose.IDENTITY);
        erasures.erase(event.party().value(), Sealed.Purpose.FACTS);
    }

    private List<ApplicationId> applications(PartyId party, String which) {
        return database.sql("select application from application.party_applications_v1 where party = ? " + which)
                .param(party.value())
                .query((row, _) -> new ApplicationId(row.getString("application")))
                .list();
    }
}
