package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tallystick.runtime.web.json.ValueErrors;

/** Where no {@link Write} will judge values in time, such as for a quote, they are judged when the body is read. */
@ControllerAdvice
class ValuesInTime extends RequestBodyAdviceAdapter {
    private final HttpServletRequest request;

    /** @param request stands for the request of the thread that asks */
    ValuesInTime(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public boolean supports(
            MethodParameter body, java.lang.reflect.Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return Arrays.stream(body.getExecutable().getParameterTypes()).noneMatch(Write.class::equals);
    }

    @Override
    public Object afterBodyRead(
            Object read,
            HttpInputMessage message,
            MethodParameter body,
            java.lang.reflect.Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        ValueErrors.raise(request);
        return read;
    }
}
