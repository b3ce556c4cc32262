package tallystick.runtime.masking;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A pattern encoder whose whole line is masked: message, arguments, context and stack trace. Name it in the Logback
 * configuration where {@code PatternLayoutEncoder} would stand.
 */
public class MaskingEncoder extends PatternLayoutEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        return LogMask.of(getLayout().doLayout(event)).getBytes(charset(getCharset()));
    }

    private static Charset charset(@Nullable Charset configured) {
        return configured == null ? StandardCharsets.UTF_8 : configured;
    }
}
