package tallystick.application.parties;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.market.Market;
import tallystick.kernel.PartyId;

/** How long the law wants what we know of a party to be kept. */
final class Retention {
    private final JdbcClient database;

    Retention(JdbcClient database) {
        this.database = database;
    }

    private record Taken(String jurisdiction, Optional<LocalDate> ended) {
        /** What is open has no end yet. */
        LocalDate keptUntil() {
            return ended.map(day -> Market.named(jurisdiction)
                            .law()
                            .figure("retention-years", day)
                            .map(figure -> day.plusYears(figure.value().intValueExact()))
                            .orElse(day))
                    .orElse(LocalDate.MAX);
        }
    }

    /** From when on the party may be erased; empty when that is now. {@link LocalDate#MAX} while something is open. */
    Optional<LocalDate> over(PartyId party, LocalDate today) {
        return database
                .sql("select jurisdiction, ended_at from application.party_applications_v1 where party = ?")
                .param(party.value())
                .query((row, _) -> new Taken(
                        row.getString("jurisdiction"),
                        Optional.ofNullable(row.getTimestamp("ended_at"))
                                .map(at -> LocalDate.ofInstant(at.toInstant(), ZoneOffset.UTC))))
                .list()
                .stream()
                .map(Taken::keptUntil)
                .max(LocalDate::compareTo)
                .filter(until -> until.isAfter(today));
    }
}
