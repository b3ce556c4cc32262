package tallystick.runtime.web.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with the route table, in words; nothing when it is safe to open the door. */
final class RouteCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)");

    private final Set<String> guarded;

    RouteCheck(Set<String> guarded) {
        this.guarded = guarded;
    }

    List<String> complaints(List<Route> routes) {
        var complaints = new ArrayList<String>();
        for (var route : routes) {
            if (route.methods().isEmpty()) {
                complaints.add(route + " answers every method; name its methods.");
            }
            if (!route.open() && route.roles().isEmpty()) {
                complaints.add(route + " is for nobody; say @Allowed, @Readers or @Open.");
            }
            if (!route.open()) {
                unguarded(route)
                        .forEach(name -> complaints.add(
                                "%s has the id '%s' and no IdGuard bean of that name.".formatted(route, name)));
            }
        }
        return complaints;
    }

    private List<String> unguarded(Route route) {
        return VARIABLE.matcher(route.pattern().getPatternString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !guarded.contains(name))
                .toList();
    }
}
