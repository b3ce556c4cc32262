/** The ISO 20022 adapter with a real database, real folders and a real SFTP server. */
@NullMarked
package tallystick.bank.iso20022;

import org.jspecify.annotations.NullMarked;
