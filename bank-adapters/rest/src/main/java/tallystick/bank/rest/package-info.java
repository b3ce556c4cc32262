/**
 * Any bank that speaks our REST interface: JSON, and Standard Webhooks signatures both ways. What the bank implements is in
 * {@code bank-side.openapi.json}. Start at {@link tallystick.bank.rest.RestAdapter}.
 */
@NullMarked
package tallystick.bank.rest;

import org.jspecify.annotations.NullMarked;
