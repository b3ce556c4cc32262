package tallystick.architecture.badhouse.bank.testkit;

import org.springframework.context.ApplicationContext;

public interface TestkitKnowsSpring {
    ApplicationContext known();
}
