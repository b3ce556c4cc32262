package tallystick.runtime.web.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;

/** Reads bodies into records, and says in our words why one does not fit. */
final class WebConverter extends JacksonJsonHttpMessageConverter {
    WebConverter() {
        super(WebJson.get());
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) {
        var body = ValueErrors.reading(() -> bound(type, message, hints));
        Required.check(body);
        return body;
    }

    private Object bound(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) {
        try {
            return super.read(type, message, hints);
        } catch (HttpMessageNotReadableException unreadable) {
            throw unreadable.getCause() instanceof JacksonException broken ? Misfit.of(broken) : unreadable;
        } catch (org.springframework.http.converter.HttpMessageConversionException undefined) {
            throw undefined.getCause() instanceof JacksonException broken ? Misfit.of(broken) : undefined;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
