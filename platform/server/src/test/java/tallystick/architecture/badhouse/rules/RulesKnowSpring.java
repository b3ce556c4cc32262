package tallystick.architecture.badhouse.rules;

import org.springframework.context.ApplicationContext;

public interface RulesKnowSpring {
    ApplicationContext known();
}
