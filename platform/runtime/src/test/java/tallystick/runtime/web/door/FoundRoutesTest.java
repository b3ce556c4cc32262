package tallystick.runtime.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class FoundRoutesTest {
    private final FoundRoutes spring = new FoundRoutes();
    private final Routes routes = new Routes(
            () -> spring, List.of(), new Binder(List.of()).bindOrCreate("tallystick.http", HttpLimits.class));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/things/t-1");

    static class Controller {
        @Open
        @GetMapping("/things/{id}")
        void one() {}

        @Open
        @GetMapping("/{kind}/{id}")
        void any() {}
    }

    @BeforeEach
    void start() throws NoSuchMethodException {
        spring.setApplicationContext(new StaticWebApplicationContext());
        spring.afterPropertiesSet();
        for (var method : List.of("one", "any")) {
            var path = Controller.class
                    .getDeclaredMethod(method)
                    .getAnnotation(GetMapping.class)
                    .value();
            var info = RequestMappingInfo.paths(path).options(spring.getBuilderConfiguration());
            spring.registerMapping(info.build(), new Controller(), Controller.class.getDeclaredMethod(method));
        }
    }

    /** How many of the two Spring has to compare. */
    private long tried() {
        return spring.getHandlerMethods().keySet().stream()
                .filter(info -> spring.getMatchingMapping(info, request) != null)
                .count();
    }

    @Test
    void whatTheDoorHasNotFoundIsNotTried() throws Exception {
        assertThat(routes.of(request)).hasSize(1);
        assertThat(tried()).isEqualTo(1);
        assertThat(spring.getHandler(request)).asString().contains("one()");
    }

    @Test
    void whereTheDoorWasNotAskedAllAreTried() {
        Routes.path(request);
        assertThat(tried()).isEqualTo(2);
    }

    @Test
    void anErrorsPageIsFoundWhateverWasAskedFor() {
        assertThat(routes.of(request)).hasSize(1);
        request.setDispatcherType(DispatcherType.ERROR);
        assertThat(tried()).isEqualTo(2);
    }
}
