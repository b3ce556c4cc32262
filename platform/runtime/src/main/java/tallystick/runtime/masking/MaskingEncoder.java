package tallystick.runtime.masking;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/**
 * Masks what another encoder made: message, arguments, context and stack trace, as text or as JSON. Encoders write
 * UTF-8; what is not UTF-8 is not text and passes as it is.
 */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
    private final Encoder<ILoggingEvent> inner;

    MaskingEncoder(Encoder<ILoggingEvent> inner) {
        this.inner = inner;
        setContext(inner.getContext());
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var bytes = inner.encode(event);
        var line = new String(bytes, StandardCharsets.UTF_8);
        var masked = LogMask.of(line);
        return masked.equals(line) ? bytes : masked.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return inner.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return inner.footerBytes();
    }
}
