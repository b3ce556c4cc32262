package tallystick.server.sandbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import tallystick.bank.gateway.banks.BankSettings;

/** Whether one of the banks is a sandbox. */
final class SandboxConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return BankSettings.of(context.getEnvironment()).values().stream()
                .anyMatch(bank -> bank.adapter().equals(BankSettings.SANDBOX));
    }
}
