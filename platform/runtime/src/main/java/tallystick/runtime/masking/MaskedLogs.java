package tallystick.runtime.masking;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts a {@link MaskingEncoder} around every encoder as soon as logging is configured, whatever configured it: an
 * operator's own file must not be able to forget it.
 */
final class MaskedLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** Boot configures logging on the same event, much earlier. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(MaskedLogs::mask);
        }
    }

    private static void mask(AppenderAttachable<ILoggingEvent> attached) {
        Iterator<Appender<ILoggingEvent>> appenders = attached.iteratorForAppenders();
        while (appenders.hasNext()) {
            mask(appenders.next());
        }
    }

    private static void mask(Appender<ILoggingEvent> appender) {
        switch (appender) {
            case OutputStreamAppender<ILoggingEvent> writing -> mask(writing);
            case AppenderAttachable<?> passing -> {
                @SuppressWarnings("unchecked") // What passes events on passes the same events on.
                var next = (AppenderAttachable<ILoggingEvent>) passing;
                mask(next);
            }
            default -> {}
        }
    }

    private static void mask(OutputStreamAppender<ILoggingEvent> appender) {
        var encoder = appender.getEncoder();
        if (encoder != null && !(encoder instanceof MaskingEncoder)) {
            var masking = new MaskingEncoder(encoder);
            masking.start();
            appender.setEncoder(masking);
        }
    }
}
