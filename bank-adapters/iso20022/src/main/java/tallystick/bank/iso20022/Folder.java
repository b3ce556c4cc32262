package tallystick.bank.iso20022;

import java.io.IOException;
import java.util.List;

/** A folder that we share with a bank, here or at the bank's. Every method is done when it returns, through a power cut. */
interface Folder extends AutoCloseable {
    /** A file that lies there. */
    record Entry(String name, long size) {}

    /** What ends with {@code .xml} or {@code .sha256}, by name. */
    List<Entry> list() throws IOException;

    /** @throws IOException also when it is longer than that */
    byte[] read(String name, int most) throws IOException;

    /** Writes a file under a name that nobody reads. */
    void write(String name, byte[] content) throws IOException;

    boolean exists(String name) throws IOException;

    /** All or nothing: whoever looks sees the one name or the other, and always the whole file. */
    void rename(String from, String to) throws IOException;

    /** Takes a file out of the way, into a folder below. */
    void move(String name, String below) throws IOException;

    @Override
    default void close() {}
}
