package tallystick.architecture.badhouse.loan.api;

import org.axonframework.messaging.MetaData;

public interface ApiKnowsAxon {
    MetaData known();
}
