/**
 * What describes the interface to people and programs: a page for each problem code, and the OpenAPI description made
 * from the route table. Start at {@link tallystick.runtime.web.docs.Describing}. Internal.
 */
@NullMarked
package tallystick.runtime.web.docs;

import org.jspecify.annotations.NullMarked;
