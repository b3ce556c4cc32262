/**
 * Which banks there are and how to speak to them. Start at {@link tallystick.bank.gateway.banks.Banks}; adapters are found
 * by {@link java.util.ServiceLoader}.
 */
@NullMarked
package tallystick.bank.gateway.banks;

import org.jspecify.annotations.NullMarked;
