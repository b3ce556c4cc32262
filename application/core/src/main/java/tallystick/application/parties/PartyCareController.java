package tallystick.application.parties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyCommand.EraseParty;
import tallystick.application.api.PartyCommand.FlagParty;
import tallystick.application.api.PartyCommand.MergeParty;
import tallystick.application.api.PartyCommand.SplitParty;
import tallystick.application.api.PartyCommand.UnflagParty;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.application.parties.PartiesController.PartyView;
import tallystick.application.words.FreeText;
import tallystick.kernel.PartyId;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people decide about parties, each time with a reason. */
@RestController
@Tag(name = "Parties")
class PartyCareController {
    private static final Pattern PARTY = Pattern.compile("party-[a-z0-9]{1,58}");

    private final Parties parties;
    private final Retention retention;
    private final InstantSource clock;

    PartyCareController(Parties parties, Retention retention, InstantSource clock) {
        this.parties = parties;
        this.retention = retention;
        this.clock = clock;
    }

    record Merge(String into, String reason) {}

    record Reason(String reason) {}

    record Marking(Flag flag, String reason) {}

    @Operation(
            operationId = "mergeParty",
            summary = "Merge a party into another",
            description = "They turned out to be one. Whoever asks for this one is shown the other.")
    @PostMapping("/api/v1/parties/{party}/merge")
    @Allowed(Role.OFFICER)
    @Shows(PartyView.class)
    ResponseEntity<byte[]> merge(@PathVariable String party, @RequestBody Merge body, Write write) {
        return change(
                party,
                body.reason(),
                write,
                id -> new MergeParty(id, other(id, body.into()), body.reason(), write.by(), clock.instant()));
    }

    /** A merge goes to a party that stands for itself, and never in a ring. */
    private PartyId other(PartyId id, String into) {
        var known = PARTY.matcher(into).matches() ? parties.found(new PartyId(into)) : Optional.<Party>empty();
        return known.map(party -> party.id().equals(id) ? id : parties.standing(party.id()))
                .orElseThrow(() -> ValueNotAllowed.at(
                        "/into", "unknown-party", "the id of a party that is known", "another text"));
    }

    @Operation(
            operationId = "splitParty",
            summary = "Undo a wrong merge",
            description = "The party stands for itself again.")
    @PostMapping("/api/v1/parties/{party}/split")
    @Allowed(Role.OFFICER)
    @Shows(PartyView.class)
    ResponseEntity<byte[]> split(@PathVariable String party, @RequestBody Reason body, Write write) {
        return change(
                party, body.reason(), write, id -> new SplitParty(id, body.reason(), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "flagParty",
            summary = "Flag a party",
            description =
                    "STAR, WATCH and FRAUD have a person decide, FRAUD also about whoever is closely connected: it is"
                        + " one person's word, and declines nobody by itself. HOLD stops every payout of the party's"
                        + " applications.")
    @PostMapping("/api/v1/parties/{party}/flags")
    @Allowed({Role.OFFICER, Role.UNDERWRITER, Role.SENIOR_UNDERWRITER, Role.OPERATIONS})
    @Shows(PartyView.class)
    ResponseEntity<byte[]> flag(@PathVariable String party, @RequestBody Marking body, Write write) {
        return change(
                party,
                body.reason(),
                write,
                id -> new FlagParty(id, body.flag(), body.reason(), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "unflagParty",
            summary = "Take a flag back",
            description = "Applications that were held by it are released one by one, by who may.")
    @PostMapping("/api/v1/parties/{party}/flag-removals")
    @Allowed(Role.SENIOR_UNDERWRITER)
    @Shows(PartyView.class)
    ResponseEntity<byte[]> unflag(@PathVariable String party, @RequestBody Marking body, Write write) {
        return change(
                party,
                body.reason(),
                write,
                id -> new UnflagParty(id, body.flag(), body.reason(), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "eraseParty",
            summary = "Erase a party",
            description =
                    "Deletes its keys, and with them every word about it; events, sums and the record's proof stay"
                            + " valid. Refused with a date while something is open or the law wants it kept.")
    @PostMapping("/api/v1/parties/{party}/erasure")
    @Allowed(Role.ADMIN)
    @Shows(PartyView.class)
    ResponseEntity<byte[]> erase(@PathVariable String party, @RequestBody Reason body, Write write) {
        return change(party, body.reason(), write, id -> {
            var at = clock.instant();
            var from =
                    retention.over(id, LocalDate.ofInstant(at, ZoneOffset.UTC)).orElse(null);
            return new EraseParty(id, from, body.reason(), write.by(), at);
        });
    }

    private static ResponseEntity<byte[]> change(
            String party, String reason, Write write, Function<PartyId, PartyCommand> command) {
        return write.<Party>change(
                "application",
                party,
                Party.class,
                () -> {
                    FreeText.reason(reason);
                    return command.apply(new PartyId(party));
                },
                PartyView::of);
    }
}
