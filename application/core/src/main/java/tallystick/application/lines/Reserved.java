package tallystick.application.lines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineEvent.Slot;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Money;

/**
 * Who has what of a line, by application and attempt. In shards, so that a change copies a small part and not thousands of
 * reservations.
 */
record Reserved(List<Map<String, Taken>> shards) {
    private static final int SHARDS = 1_024;

    static final Reserved NOTHING = new Reserved(Collections.nCopies(SHARDS, Map.of()));

    Reserved {
        shards = List.copyOf(shards);
    }

    /** How far it has come. */
    enum Progress {
        RESERVED,
        HELD,
        CONFIRMED,
        /** Confirmed, and its payout came back once: kept for ever. */
        REOPENED
    }

    /**
     * A part of the line that somebody has.
     *
     * @param slot of a quota that goes back with it; null where it took none
     */
    record Taken(Money amount, Progress progress, @Nullable Slot slot) {
        static Taken reserved(Money amount, @Nullable Slot slot) {
            return new Taken(amount, Progress.RESERVED, slot);
        }

        /** Whose slot stays taken: the bank has lent the money. */
        static Taken reopened(Money amount) {
            return new Taken(amount, Progress.REOPENED, null);
        }

        Taken heldNow() {
            return isConfirmed() ? this : new Taken(amount, Progress.HELD, slot);
        }

        Taken confirmedNow(Money agreed) {
            return new Taken(agreed, Progress.CONFIRMED, slot);
        }

        /** Time alone does not end it. */
        boolean isHeld() {
            return progress != Progress.RESERVED;
        }

        boolean isConfirmed() {
            return progress == Progress.CONFIRMED || reopened();
        }

        boolean reopened() {
            return progress == Progress.REOPENED;
        }

        /** Nothing but the mark is left. */
        boolean isOver() {
            return reopened() && amount.isZero();
        }
    }

    @Nullable
    Taken by(ApplicationId application, int placement) {
        var key = key(application, placement);
        return shards.get(shard(key)).get(key);
    }

    /** @param now null gives it back */
    Reserved with(ApplicationId application, int placement, @Nullable Taken now) {
        var key = key(application, placement);
        var shard = new HashMap<>(shards.get(shard(key)));
        if (now == null) {
            shard.remove(key);
        } else {
            shard.put(key, now);
        }
        var next = new ArrayList<>(shards);
        next.set(shard(key), Collections.unmodifiableMap(shard));
        return new Reserved(next);
    }

    private static String key(ApplicationId application, int placement) {
        return application + "/" + placement;
    }

    /** By the text and the number of shards alone: the same on every node, and in snapshots that were made with fewer. */
    private int shard(String key) {
        return Math.floorMod(key.hashCode(), shards.size());
    }
}
