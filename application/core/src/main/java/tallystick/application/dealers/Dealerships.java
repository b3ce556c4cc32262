package tallystick.application.dealers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.DealerId;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** Dealers as intake sees them: whether they may bring something, and how much is open through them. */
public final class Dealerships {
    private final Things things;
    private final JdbcClient database;

    Dealerships(Things things, JdbcClient database) {
        this.things = things;
        this.database = database;
    }

    /** One that applications may come through, in this market. */
    public Optional<Dealer> admitted(String name, String jurisdiction) {
        return name.matches("[a-z][a-z0-9-]{1,39}")
                ? things.find(Dealer.class, DealerId.named(name).value())
                        .map(Decided::state)
                        .filter(dealer -> dealer.status() == Dealer.Status.ADMITTED
                                && dealer.jurisdiction().equals(jurisdiction))
                : Optional.empty();
    }

    /** What is open through it; applications of the last moments may be missing. */
    Money exposure(Dealer dealer) {
        return new Money(
                dealer.limit().currency(),
                database.sql("select coalesce(sum(amount), 0) from application.party_applications_v1 where party ="
                                + " ? and standing = 'open'")
                        .param(dealer.id().value())
                        .query(BigDecimal.class)
                        .single());
    }

    /** @throws tallystick.kernel.Refused when the amount would be too much for the dealer */
    public void mustBear(Dealer dealer, Money amount) {
        var open = exposure(dealer);
        if (open.plus(amount).isMoreThan(dealer.limit())) {
            throw new Refusal(
                            "dealer-exposure",
                            "Too much is open through the dealer",
                            "Expected at most %s to be open through %s; it would be %s. Wait until loans are paid back, or raise its limit."
                                    .formatted(dealer.limit(), dealer.id().name(), open.plus(amount)),
                            Map.of("limit", dealer.limit().toString(), "open", open.toString()))
                    .asException();
        }
    }
}
