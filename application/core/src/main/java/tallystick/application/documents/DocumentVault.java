package tallystick.application.documents;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** Keeps the bytes, sealed for the application they belong to: they go when its key goes. */
final class DocumentVault {
    private static final String FIELD = "document";

    private final JdbcClient database;
    private final Sealing sealing;

    DocumentVault(JdbcClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /** The same bytes are kept once. */
    void keep(String application, String hash, byte[] bytes) {
        var sealed = sealing.seal(application, Sealed.Purpose.IDENTITY, FIELD, bytes);
        database.sql("insert into application.files (application, hash, epoch, bytes) values (?, ?, ?, ?) on conflict"
                        + " do nothing")
                .params(application, hash, sealed.epoch(), sealed.bytes())
                .update();
    }

    /** Empty once they are erased. */
    Optional<byte[]> bytes(String application, String hash) {
        return database.sql("select epoch, bytes from application.files where application = ? and hash = ?")
                .params(application, hash)
                .query((row, _) ->
                        new Sealed(application, Sealed.Purpose.IDENTITY, row.getInt("epoch"), row.getBytes("bytes")))
                .optional()
                .flatMap(this::opened);
    }

    private Optional<byte[]> opened(Sealed sealed) {
        return sealing.open(sealed, FIELD) instanceof Opened.Clear(var bytes) ? Optional.of(bytes) : Optional.empty();
    }
}
