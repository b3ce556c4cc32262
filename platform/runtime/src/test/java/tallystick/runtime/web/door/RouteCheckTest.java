package tallystick.runtime.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;

class RouteCheckTest {
    static class Controller {
        @Allowed(Role.OFFICER)
        void guarded() {}

        void forgotten() {}

        @Open
        void open() {}

        @Readers
        void forReaders() {}
    }

    @Test
    void aRouteForNobodyIsNamed() {
        assertThat(complaints("forgotten", "/a", RequestMethod.GET))
                .singleElement()
                .asString()
                .contains("is for nobody", "forgotten");
    }

    @Test
    void anIdWithoutAGuardIsNamed() {
        assertThat(complaints("guarded", "/a/{loan}/b/{nr}", RequestMethod.GET))
                .singleElement()
                .asString()
                .contains("'nr'");
    }

    @Test
    void aRouteForEveryMethodIsNamed() {
        assertThat(complaints("guarded", "/a")).singleElement().asString().contains("every method");
    }

    @Test
    void whatSaysItAllIsFine() {
        assertThat(complaints("guarded", "/a/{loan}", RequestMethod.GET)).isEmpty();
        assertThat(complaints("forReaders", "/a/{loan}", RequestMethod.GET)).isEmpty();
        assertThat(complaints("open", "/problems/{code}", RequestMethod.GET)).isEmpty();
    }

    private static List<String> complaints(String method, String path, RequestMethod... methods) {
        try {
            var handler = new HandlerMethod(new Controller(), Controller.class.getDeclaredMethod(method));
            var route = Route.of(
                    new PathPatternParser().parse(path),
                    RequestMappingInfo.paths(path).methods(methods).build(),
                    handler);
            return new RouteCheck(Set.of("loan")).complaints(List.of(route));
        } catch (NoSuchMethodException missing) {
            throw new IllegalArgumentException(missing);
        }
    }
}
