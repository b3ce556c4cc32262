package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tallystick.runtime.web.door.Passed;

/** Gives a controller method its {@link Write}. */
record WriteArgument(Writes writes) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Write.class;
    }

    @Override
    public Write resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Expected a servlet request for %s.".formatted(parameter.getExecutable()));
        }
        var passed = Passed.of(request)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected %s to be behind the door; take its path out of tallystick.http.beside."
                                .formatted(parameter.getExecutable())));
        return new Write(writes, passed, request);
    }
}
