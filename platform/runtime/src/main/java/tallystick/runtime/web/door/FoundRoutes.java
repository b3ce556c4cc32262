package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring's table of controller methods, which tries only what the door has found for the request: where a path has an id in
 * it, Spring would try all of some hundreds, one after the other.
 */
final class FoundRoutes extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return Routes.isElsewhere(info, request) ? null : super.getMatchingMapping(info, request);
    }
}
