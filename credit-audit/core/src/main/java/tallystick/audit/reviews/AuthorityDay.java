package tallystick.audit.reviews;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuthorityCommand;
import tallystick.audit.api.AuthorityCommand.UseAuthority;
import tallystick.audit.api.AuthorityDayId;
import tallystick.audit.api.AuthorityEvent;
import tallystick.audit.api.AuthorityEvent.AuthorityUsed;
import tallystick.kernel.Money;

/**
 * What one person approved on one day. A thing of its own, so that approvals of the same person at the same moment are decided
 * one after the other, whatever cases they are about.
 *
 * @param used by review
 */
record AuthorityDay(AuthorityDayId id, Map<String, Money> used) {
    AuthorityDay {
        used = Map.copyOf(used);
    }

    private Money sum(Money like) {
        return used.values().stream()
                .filter(money -> money.currency().equals(like.currency()))
                .reduce(Money.zero(like.currency()), Money::plus);
    }

    private AuthorityDay and(AuthorityUsed event) {
        var all = new TreeMap<>(used);
        all.put(event.review().value(), event.amount());
        return new AuthorityDay(id, all);
    }

    static List<AuthorityEvent> decide(AuthorityCommand command, @Nullable AuthorityDay is) {
        return switch (command) {
            case UseAuthority c -> use(c, is == null ? new AuthorityDay(c.target(), Map.of()) : is);
        };
    }

    private static List<AuthorityEvent> use(UseAuthority c, AuthorityDay is) {
        if (is.used.containsKey(c.review().value())) {
            return List.of();
        }
        var before = is.sum(c.amount());
        if (before.plus(c.amount()).isMoreThan(c.most())) {
            throw Refusals.dayExceeded(c.amount(), c.most(), before);
        }
        return List.of(new AuthorityUsed(c.target(), c.review(), c.amount(), c.at()));
    }

    static AuthorityDay after(@Nullable AuthorityDay before, AuthorityEvent event) {
        var is = before == null ? new AuthorityDay(event.day(), Map.of()) : before;
        return switch (event) {
            case AuthorityUsed e -> is.and(e);
        };
    }
}
