package tallystick.loan.servicing;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of servicing.
 *
 * @param entryLimit the most that one person may enter as a repayment, in whatever currency
 * @param aloneLimit what one person may change of a debt without a second one, in whatever currency
 * @param coolingOffDays how long after the payout a borrower may withdraw from a loan whose contract is not known to say so
 * @param stopAccruingAfter days past due after which interest is no longer taken as earned
 */
@ConfigurationProperties("tallystick.loan")
record ServicingSettings(
        @DefaultValue("1000000.00") BigDecimal entryLimit,
        @DefaultValue("1000.00") BigDecimal aloneLimit,
        @DefaultValue("14") int coolingOffDays,
        @DefaultValue("90") int stopAccruingAfter) {}
