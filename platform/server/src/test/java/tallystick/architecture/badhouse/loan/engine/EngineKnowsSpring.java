package tallystick.architecture.badhouse.loan.engine;

import org.springframework.context.ApplicationContext;

public interface EngineKnowsSpring {
    ApplicationContext known();
}
