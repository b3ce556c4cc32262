package tallystick.bank.gateway.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.LoanEvent;

/** A bank is told anew whatever changes what it was told. */
class ChangedLoansTest {
    @Test
    void whateverMakesPrincipalDueIsTold() {
        assertThat(Arrays.stream(ChangedLoans.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(EventHandler.class))
                        .map(Method::getParameterTypes)
                        .map(types -> types[0]))
                .contains(
                        LoanEvent.RefundOwed.class,
                        LoanEvent.RefundCovered.class,
                        LoanEvent.RefundFailed.class,
                        LoanEvent.ShareSold.class);
    }
}
