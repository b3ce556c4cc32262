package tallystick.runtime.web.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for machines that speak a protocol of their own: its body is bounded and otherwise left as it came, whatever
 * its type and content, and what the door refuses is answered with the bare status.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Raw {}
