package tallystick.runtime.web.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;

/**
 * A body, read once and whole before anything looks into it, so that its size is known (413) before its content is
 * judged (400). Uploads in parts are left to the container, which has the same limit.
 */
record Body(byte[] bytes, boolean json, boolean parts) {

    static Body read(HttpServletRequest request, int most) throws IOException {
        var type = Consuming.parsed(request.getContentType());
        var json = type == null || Consuming.isJson(type);
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        if (type != null && MediaType.MULTIPART_FORM_DATA.includes(type)) {
            return new Body(new byte[0], false, true);
        }
        return new Body(bytes(request, most), json, false);
    }

    /** The body of a route that says itself what it understands. */
    static Body raw(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        return new Body(bytes(request, most), false, false);
    }

    private static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        var bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return bytes;
    }

    /** The request with its body still to be read. */
    HttpServletRequest replay(HttpServletRequest request) {
        return parts ? request : new Again(request, bytes);
    }

    private static Rejected tooLarge(int most) {
        return Standard.TOO_LARGE.because(
                "Expected a body of at most %d bytes; found more. Send less at once.".formatted(most));
    }

    private static final class Again extends HttpServletRequestWrapper {
        private final ServletInputStream stream;

        Again(HttpServletRequest request, byte[] bytes) {
            super(request);
            stream = new Bytes(new ByteArrayInputStream(bytes));
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        /** On purpose: a listener is for bytes that are still to come, and of these none are. */
        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is already here; read it.");
        }
    }
}
