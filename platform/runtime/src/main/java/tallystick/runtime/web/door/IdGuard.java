package tallystick.runtime.web.door;

import java.util.Map;
import java.util.function.BiPredicate;
import tallystick.runtime.security.Caller;

/**
 * Says for one path variable whether the thing exists and the caller may know of it. Asked for every request before
 * roles are, so that a stranger's id and an unknown one look alike. One bean per variable name in use.
 */
public interface IdGuard {
    /** The name of the path variable, such as {@code loan}. */
    String variable();

    /**
     * Whether the thing is there for this caller.
     *
     * @param path all variables of the path, for ids that live under another one
     */
    boolean visible(String id, Map<String, String> path, Caller caller);

    /** For things that everybody who may read may see: given the id and all variables of the path. */
    static IdGuard of(String variable, BiPredicate<String, Map<String, String>> there) {
        return new IdGuard() {
            @Override
            public String variable() {
                return variable;
            }

            @Override
            public boolean visible(String id, Map<String, String> path, Caller caller) {
                return there.test(id, path);
            }
        };
    }
}
