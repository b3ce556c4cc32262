/**
 * Orders to banks and what banks say. Start at {@link tallystick.bank.api.BankCommand}, {@link
 * tallystick.bank.api.Order} and {@link tallystick.bank.api.BankEvent}.
 */
@NullMarked
package tallystick.bank.api;

import org.jspecify.annotations.NullMarked;
