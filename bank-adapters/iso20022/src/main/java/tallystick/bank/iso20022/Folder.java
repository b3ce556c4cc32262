package tallystick.bank.iso20022;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A folder that we share with a bank, here or at the bank's. Every method is done when it returns, through a power cut. */
interface Folder extends AutoCloseable {
    /** A file that lies there. */
    record Entry(String name, long size, Instant modified) {
        private static final Pattern NUMBER = Pattern.compile("[0-9]+");
        private static final int DIGITS = 64;

        /** As they were written; those of one instant by name, where 9 comes before 10. */
        static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::modified)
                .thenComparing(entry -> NUMBER.matcher(entry.name())
                        .replaceAll(number ->
                                "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group()));
    }

    /** What ends with {@code .xml} or {@code .sha256}, in order. */
    List<Entry> list() throws IOException;

    /** @throws IOException also when it is longer than that */
    byte[] read(String name, int most) throws IOException;

    /** Writes a file under a name that nobody reads. */
    void write(String name, byte[] content) throws IOException;

    boolean exists(String name) throws IOException;

    /** All or nothing: whoever looks sees the one name or the other, and always the whole file. */
    void rename(String from, String to) throws IOException;

    /** Takes a file out of the way, into a folder below; what lies there under the new name is the same file. */
    void move(String name, String below, String as) throws IOException;

    @Override
    default void close() {}
}
