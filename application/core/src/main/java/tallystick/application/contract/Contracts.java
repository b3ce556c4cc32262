package tallystick.application.contract;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.Sha256;

/** Makes contracts and keeps them. The same offer always gives the same bytes. */
public final class Contracts {
    private final JdbcClient database;

    Contracts(JdbcClient database) {
        this.database = database;
    }

    /** The hash of the contract of an offer; it is stored by then. */
    public String document(Application application, Offer offer) {
        var bytes = ContractDocument.of(application, offer);
        var hash = Sha256.hex(bytes);
        database.sql("insert into application.documents (hash, bytes) values (?, ?) on conflict do nothing")
                .params(hash, bytes)
                .update();
        return hash;
    }

    Optional<byte[]> bytes(String hash) {
        return database.sql("select bytes from application.documents where hash = ?")
                .param(hash)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }
}
