/**
 * What every request passes before a controller sees it, in the order the contract fixes: 401, 404, 403, 405, 406, 415,
 * 413, 400. Start at {@link tallystick.runtime.web.door.Gate}; controllers use the annotations, contexts bring an {@link
 * tallystick.runtime.web.door.IdGuard} for each kind of id.
 */
@NullMarked
package tallystick.runtime.web.door;

import org.jspecify.annotations.NullMarked;
