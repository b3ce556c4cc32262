package tallystick.runtime.testing;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Applications of one process share its logging, which each sets up anew when it starts, and a list in Logback that two change
 * at once stays broken for all tests that follow. Test classes run beside each other, so that one sets it up after the other.
 */
final class OneAtATime {
    private static final ReentrantLock LOGGING = new ReentrantLock();

    private OneAtATime() {}

    /** Right before Spring Boot's own listener. */
    static final class Before implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            LOGGING.lock();
        }

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER - 1;
        }
    }

    /** Right after it, or when it has failed. */
    static final class After implements ApplicationListener<SpringApplicationEvent>, Ordered {
        @Override
        public void onApplicationEvent(SpringApplicationEvent event) {
            var isSetUp = event instanceof ApplicationEnvironmentPreparedEvent;
            if ((isSetUp || event instanceof ApplicationFailedEvent) && LOGGING.isHeldByCurrentThread()) {
                LOGGING.unlock();
            }
        }

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER + 1;
        }
    }
}
