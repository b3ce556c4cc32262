package tallystick.runtime.calendar;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** The occurrences of a calendar job. */
public sealed interface When {
    /** Whether one falls after the first moment and not after the second. */
    boolean between(Instant after, Instant until);

    /**
     * Again and again after the same time, as the machine measures it. A jump of the clock does not count: who must act
     * on one listens for it.
     *
     * @param interval at least a second
     */
    record Every(Duration interval) implements When {
        public Every {
            if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(
                        "Expected an interval of at least PT1S, found %s.".formatted(interval));
            }
        }

        @Override
        public boolean between(Instant after, Instant until) {
            return false;
        }
    }

    /**
     * At times of the day or the month, as the clocks of a place show them.
     *
     * @param expression a Quartz cron expression with seconds, such as {@code 0 30 1 * * ?}
     */
    record Cron(String expression, ZoneId zone) implements When {
        public Cron {
            parsed(expression, zone);
        }

        @Override
        public boolean between(Instant after, Instant until) {
            Date next = parsed(expression, zone).getNextValidTimeAfter(Date.from(after));
            return next != null && !next.toInstant().isAfter(until);
        }

        private static CronExpression parsed(String expression, ZoneId zone) {
            try {
                CronExpression cron = new CronExpression(expression);
                cron.setTimeZone(TimeZone.getTimeZone(zone));
                return cron;
            } catch (ParseException wrong) {
                throw new IllegalArgumentException(
                        "Expected a cron expression such as '0 30 1 * * ?', found '%s': %s"
                                .formatted(expression, wrong.getMessage()),
                        wrong);
            }
        }
    }
}
