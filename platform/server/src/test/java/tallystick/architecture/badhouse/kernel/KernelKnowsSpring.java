package tallystick.architecture.badhouse.kernel;

import org.springframework.context.ApplicationContext;

public interface KernelKnowsSpring {
    ApplicationContext known();
}
