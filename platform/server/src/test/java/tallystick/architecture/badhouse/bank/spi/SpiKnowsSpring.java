package tallystick.architecture.badhouse.bank.spi;

import org.springframework.context.ApplicationContext;

public interface SpiKnowsSpring {
    ApplicationContext known();
}
