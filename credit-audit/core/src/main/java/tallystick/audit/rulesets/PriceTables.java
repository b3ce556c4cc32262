package tallystick.audit.rulesets;

import java.util.Optional;
import java.util.function.Function;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;

/**
 * Sees to it that a price that people approved is never passed over in silence: beside a live pricing set no credit set that
 * brings prices may come to decide, and none without prices where no pricing set is live.
 */
record PriceTables(Desks desks, Function<String, Optional<RuleFiles>> library) {
    boolean isIn(String hash) {
        return library.apply(hash)
                .filter(files -> !files.priceTables().isEmpty())
                .isPresent();
    }

    /** The credit set that decides a share of the cases at prices of its own. */
    Optional<String> challenger() {
        return desks.sharing(RuleKind.CREDIT).filter(this::isIn).findFirst();
    }

    /** @throws tallystick.kernel.Refused saying which set stands against it */
    void mustAllow(RuleKind kind, String hash) {
        switch (kind) {
            case CREDIT -> mustAllow(hash, desks.live(RuleKind.PRICING) != null);
            case PRICING ->
                challenger().ifPresent(other -> {
                    throw Refusals.challengerPrices(hash, other);
                });
            case ROUTING -> {}
        }
    }

    private void mustAllow(String hash, boolean priced) {
        if (isIn(hash) && priced) {
            throw Refusals.pricesApart(hash);
        }
        if (!isIn(hash) && !priced) {
            throw Refusals.noPrices(hash);
        }
    }
}
