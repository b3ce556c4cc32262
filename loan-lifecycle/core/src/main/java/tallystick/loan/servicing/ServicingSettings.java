package tallystick.loan.servicing;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param entryLimit the most that one person may enter as a repayment, in whatever currency */
@ConfigurationProperties("tallystick.loan")
record ServicingSettings(@DefaultValue("1000000.00") BigDecimal entryLimit) {}
