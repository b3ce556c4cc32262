package tallystick.bank.sandbox;

import java.io.IOException;

/** The line between platform and bank: inside the process or over HTTP, with the same words. */
interface Line extends AutoCloseable {
    /**
     * Asks and gives the answer.
     *
     * @throws java.net.ConnectException when no byte has left
     * @throws IOException when nobody knows what arrived
     */
    Reply exchange(String method, String path, String body) throws IOException;

    @Override
    void close();
}
