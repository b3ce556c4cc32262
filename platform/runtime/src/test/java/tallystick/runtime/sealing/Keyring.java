package tallystick.runtime.sealing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tallystick.runtime.testing.TestDatabase;

/** One node's sealing: its own memory, on a database that others share. */
final class Keyring {
    static final MasterKey MASTER = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "a test");
    static final MasterKey NEXT = MasterKey.of("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=", "a test");

    final JdbcClient database;
    final JdbcTransactionManager transactions;
    final Sealing sealing;
    final Erasures erasures;
    final BlindIndex index;
    final MasterKeyRotation rotation;

    Keyring(TestDatabase database, Clock clock) {
        this(database, clock, new MasterKeys(MASTER, List.of()));
    }

    Keyring(TestDatabase database, Clock clock, MasterKeys masters) {
        var source = database.dataSource();
        this.database = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
        var keys = new DataKeys(this.database, transactions, masters, clock);
        var cache = new KeyCache(Duration.ofSeconds(30), 1000, clock);
        var indexKeys = new IndexKeys(this.database);
        sealing = new Sealing(keys, cache);
        erasures = new Erasures(keys, cache, clock);
        index = new BlindIndex(indexKeys.readOrMake(masters, clock.instant()), List.of());
        rotation = new MasterKeyRotation(this.database, transactions, masters, indexKeys, 10);
    }
}
