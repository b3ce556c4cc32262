/**
 * Banks that take files: ISO 20022 payments out, statuses and statements in, by directory or SFTP. Start at {@link
 * tallystick.bank.iso20022.IsoAdapter}; {@link tallystick.bank.iso20022.Sender} says why no file leaves twice. Knows the
 * SPI, the JDK and an SFTP client only.
 */
@NullMarked
package tallystick.bank.iso20022;

import org.jspecify.annotations.NullMarked;
