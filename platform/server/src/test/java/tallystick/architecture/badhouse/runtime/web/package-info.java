@NullMarked
package tallystick.architecture.badhouse.runtime.web;

import org.jspecify.annotations.NullMarked;
