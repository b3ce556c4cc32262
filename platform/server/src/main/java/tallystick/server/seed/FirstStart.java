package tallystick.server.seed;

import java.time.InstantSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tallystick.application.placement.ShippedProgrammes;
import tallystick.application.products.Product;
import tallystick.application.products.ShippedProducts;
import tallystick.kernel.Addressed;
import tallystick.kernel.ProductId;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;

/**
 * Puts the shipped products, the sandbox bank's programmes and their funding lines in, once for ever: they belong to
 * whoever runs the platform afterwards. Two nodes that start at once do the same, and it happens once.
 */
@Component
class FirstStart {
    private static final Origin WHO = Origin.of("first start");

    private final Commands commands;
    private final Things things;
    private final InstantSource clock;

    FirstStart(Commands commands, Things things, InstantSource clock) {
        this.commands = commands;
        this.things = things;
        this.clock = clock;
    }

    /** A task of the command line plants nothing. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void plant(ApplicationReadyEvent event) {
        var serves = event.getApplicationContext() instanceof WebServerApplicationContext;
        if (serves
                && things.find(Product.class, ProductId.named("cash-loan").value())
                        .isEmpty()) {
            ShippedProgrammes.commands(clock.instant()).forEach(this::send);
            ShippedProducts.commands(clock.instant()).forEach(this::send);
        }
    }

    /** One that was cut short begins again: what is there already stays. */
    private void send(Addressed command) {
        try {
            commands.send(command, WHO);
        } catch (Refused refused) {
            if (!refused.refusal().code().equals("already-taken")) {
                throw refused;
            }
        }
    }
}
