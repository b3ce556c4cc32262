package tallystick.application.intake;

import java.util.List;

/** Says which banks' programmes a product could be placed with; what an application lacks is told for them. */
@FunctionalInterface
public interface Programmes {
    List<String> of(String product);
}
