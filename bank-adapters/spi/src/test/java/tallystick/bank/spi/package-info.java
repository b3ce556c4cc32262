/** What the authors of adapters rely on does not change under them. */
@NullMarked
package tallystick.bank.spi;

import org.jspecify.annotations.NullMarked;
