package tallystick.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A bank that is there and of no use. */
record IllBank(Illness illness, ServerSocket door) implements AutoCloseable {
    /** What ails it. */
    enum Illness {
        /** Answers a byte a second. */
        DRIPS,
        /** Never takes a connection in. */
        HANGS,
        /** Answers 500 at once, whatever it is asked. */
        STORMS
    }

    static IllBank open(Illness illness) throws IOException {
        var door = new ServerSocket(0, illness == Illness.HANGS ? 1 : 200, InetAddress.getLoopbackAddress());
        var bank = new IllBank(illness, door);
        if (illness != Illness.HANGS) {
            Thread.startVirtualThread(bank::answer);
        }
        return bank;
    }

    /** As operators know it. */
    String name() {
        return illness.name().toLowerCase(Locale.ROOT);
    }

    List<String> settings(String key) {
        var prefix = "--tallystick.banks." + name() + ".";
        return List.of(
                prefix + "adapter=rest",
                prefix + "url=http://127.0.0.1:" + door.getLocalPort(),
                prefix + "secret=" + key,
                prefix + "keys=" + key);
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.startVirtualThread(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        var answer = "HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(illness == Illness.DRIPS ? "200 OK" : "500 Ill")
                .getBytes(StandardCharsets.US_ASCII);
        try (caller) {
            var in = caller.getInputStream();
            in.read(new byte[64 << 10]);
            for (var one : answer) {
                caller.getOutputStream().write(one);
                caller.getOutputStream().flush();
                pause();
            }
        } catch (IOException gone) {
            // The caller has lost patience, as it should.
        }
    }

    private void pause() {
        try {
            Thread.sleep(illness == Illness.DRIPS ? 1_000 : 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
