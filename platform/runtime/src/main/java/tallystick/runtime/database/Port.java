package tallystick.runtime.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where the embedded server listens. */
final class Port {
    /** A free port may be taken between our look and the server's start. */
    private static final int TRIES = 5;

    private Port() {}

    /** Starts the server on the named port, or on a free one, and answers which. */
    static int startOn(Cluster cluster, EmbeddedSettings settings, Durability durability) throws IOException {
        if (settings.port() != 0) {
            return start(cluster, settings, settings.port(), durability);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return start(cluster, settings, free(), durability);
            } catch (DatabaseRefused e) {
                if (attempt == TRIES || !e.problem().contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    private static int start(Cluster cluster, EmbeddedSettings settings, int port, Durability durability)
            throws IOException {
        cluster.configure(new ServerConfiguration(settings, port, durability).text());
        cluster.start(settings.startTimeout());
        return port;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
