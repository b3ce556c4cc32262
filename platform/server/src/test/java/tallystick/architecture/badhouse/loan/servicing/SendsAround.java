package tallystick.architecture.badhouse.loan.servicing;

import org.axonframework.commandhandling.gateway.CommandGateway;

record SendsAround(CommandGateway gateway) {
    void on(String event) {
        gateway.sendAndWait(event);
    }
}
