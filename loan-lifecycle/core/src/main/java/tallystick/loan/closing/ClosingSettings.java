package tallystick.loan.closing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of closing days. Whether days that are over are closed by themselves is {@code automatic}: true, but not where
 * the clock is moved by hand.
 *
 * @param after how long after midnight, where the loans were made, a day is closed by itself
 * @param page how many loans are decided together
 * @param workers parts that a node works on at one time
 * @param lease how long a silent node keeps a part
 * @param look how often a node looks for parts that nobody told it of
 */
@ConfigurationProperties("tallystick.loan.day-close")
record ClosingSettings(
        @DefaultValue("10m") Duration after,
        @DefaultValue("500") int page,
        @DefaultValue("4") int workers,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration look) {}
