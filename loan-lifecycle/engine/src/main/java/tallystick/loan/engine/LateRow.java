package tallystick.loan.engine;

import java.time.LocalDate;
import tallystick.kernel.Money;

/**
 * A row that was not paid when its days of grace were over, whenever it was paid later.
 *
 * @param left what it had still to pay of principal, interest and the contract's fees
 */
public record LateRow(LocalDate due, Money left) {}
