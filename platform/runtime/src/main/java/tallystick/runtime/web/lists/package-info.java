/**
 * Lists in pages that stay in place while things are added: a cursor names the last row seen, never an offset. Start at
 * {@link tallystick.runtime.web.lists.Listing}, which a controller takes as an argument.
 */
@NullMarked
package tallystick.runtime.web.lists;

import org.jspecify.annotations.NullMarked;
