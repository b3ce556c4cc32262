package tallystick.bank.iso20022;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import tallystick.bank.iso20022.Outgoing.OnItsWay;
import tallystick.bank.iso20022.Outgoing.State;

/**
 * Makes files of what waits, and gives each to the bank once. A file is written whole under a name of its own that nobody
 * reads; then the ledger says that it leaves, and under which name; then it is renamed, which happens or does not; then the
 * ledger says that it was sent. Whoever comes back after a stop at any of these, on any node, sees what is left: what
 * is not said to leave is written again under another name; what leaves and still has the old name, is renamed; what
 * leaves and has it no longer, is with the bank.
 */
final class Sender {
    private static final System.Logger LOG = System.getLogger(Sender.class.getName());

    private final String bank;
    private final Outgoing ledger;
    private final Folder folder;
    private final OwnAccount account;
    private final Batching batching;
    private final boolean checksums;
    private final InstantSource clock;

    Sender(
            String bank,
            Outgoing ledger,
            Folder folder,
            OwnAccount account,
            Batching batching,
            boolean checksums,
            InstantSource clock) {
        this.bank = bank;
        this.ledger = ledger;
        this.folder = folder;
        this.account = account;
        this.batching = batching;
        this.checksums = checksums;
        this.clock = clock;
    }

    void round() {
        compose(false);
        compose(true);
        for (var file : ledger.onTheirWay()) {
            try {
                send(file);
            } catch (IOException | RuntimeException failed) {
                LOG.log(
                        Level.WARNING,
                        "The file {0} could not leave yet, and is tried again: {1}.",
                        file.name(),
                        failed);
            }
        }
    }

    private void compose(boolean debits) {
        while (ledger.compose(
                        debits,
                        batching,
                        account,
                        clock.instant(),
                        payments -> PaymentFile.of(bank, payments, clock.instant()))
                .isPresent()) {
            // As long as there is enough for another one.
        }
    }

    private void send(OnItsWay file) throws IOException {
        var part = file.state() == State.LEAVING ? file.part() : written(file);
        if (part == null) {
            return; // Another node was faster.
        }
        if (folder.exists(part)) {
            folder.rename(part, file.name());
        }
        ledger.sent(file.name(), clock.instant());
    }

    /** Nobody has written under this name before, so what is found under it later is whole. */
    private @org.jspecify.annotations.Nullable String written(OnItsWay file) throws IOException {
        var content = ledger.content(file.name());
        if (!Names.sha256(content).equals(file.sha256())) {
            throw new IOException("Expected the bytes that were composed; found others.");
        }
        if (checksums) {
            folder.write(file.name() + ".sha256", checksum(file));
        }
        var part = "%s.%s.part".formatted(file.name(), UUID.randomUUID());
        folder.write(part, content);
        return ledger.leaves(file.name(), part) ? part : null;
    }

    /** As {@code sha256sum} writes it. */
    private static byte[] checksum(OnItsWay file) {
        return "%s  %s\n".formatted(file.sha256(), file.name()).getBytes(StandardCharsets.UTF_8);
    }
}
