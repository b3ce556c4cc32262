package tallystick.runtime.store;

import java.util.List;

/** What one caller wants stored: all of it or nothing. */
record Append(List<NewEvent> events, List<Claim> claims, List<NewSnapshot> snapshots) {
    int rows() {
        return events.size() + claims.size() + snapshots.size();
    }

    long bytes() {
        long bytes = 0;
        for (var event : events) {
            bytes += event.size();
        }
        for (var snapshot : snapshots) {
            bytes += snapshot.payload().length;
        }
        for (var claim : claims) {
            bytes += claim.detail().length;
        }
        return bytes;
    }
}
