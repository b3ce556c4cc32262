package tallystick.loan.engine;

import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.Money;

/**
 * What a fact that became known late moved: of two statements of one day, the payments that paid something else than was
 * told, and the credit.
 */
public record Restatement(List<Moved> moved, Money creditBefore, Money creditAfter) {
    /** One fact. Where it was not known before, or does not count after, its share is nothing. */
    public record Moved(Share before, Share after) {}

    public Restatement {
        moved = List.copyOf(moved);
    }

    public static Restatement between(Statement before, Statement after) {
        var moved = new ArrayList<Moved>();
        for (var share : before.shares()) {
            var now = after.share(share.of()).orElse(share.nothing());
            if (!now.equals(share)) {
                moved.add(new Moved(share, now));
            }
        }
        for (var share : after.shares()) {
            if (before.share(share.of()).isEmpty()) {
                moved.add(new Moved(share.nothing(), share));
            }
        }
        return new Restatement(moved, before.creditBalance(), after.creditBalance());
    }
}
