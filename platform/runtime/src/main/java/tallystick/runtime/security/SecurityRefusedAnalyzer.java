package tallystick.runtime.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as the one message that it is instead of a stack trace. */
class SecurityRefusedAnalyzer extends AbstractFailureAnalyzer<SecurityRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecurityRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
