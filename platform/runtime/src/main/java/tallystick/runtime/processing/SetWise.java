package tallystick.runtime.processing;

import org.springframework.jdbc.core.JdbcOperations;

/** Changes collected over a batch of events, written with a few statements whatever their number. */
public interface SetWise {
    /** Called once, in the batch's transaction, before its token is stored. */
    void flush(JdbcOperations jdbc);
}
