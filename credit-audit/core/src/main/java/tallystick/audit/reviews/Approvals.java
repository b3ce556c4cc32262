package tallystick.audit.reviews;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Money;

/** What a person approved on one day, as UTC has it. */
record Approvals(JdbcClient database) {
    Money on(Instant day, String by, Currency currency) {
        var start = OffsetDateTime.ofInstant(day, ZoneOffset.UTC).with(LocalTime.MIDNIGHT);
        var sum = database.sql("select coalesce(sum(amount), 0) from audit.review_decisions_v1 where by_whom = ?"
                        + " and outcome = 'APPROVE' and currency = ? and decided_at >= ? and decided_at < ?")
                .params(by, currency.getCurrencyCode(), start, start.plusDays(1))
                .query(BigDecimal.class)
                .single();
        return new Money(currency, sum);
    }
}
