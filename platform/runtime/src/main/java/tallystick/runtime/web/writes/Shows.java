package tallystick.runtime.web.writes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the bytes are that a {@link Write} answers with, for the description of the interface; its examples prove it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shows {
    Class<?> value();

    /** Whether it shows a thing with a version: its ETag is answered, and If-Match is heard. */
    boolean versioned() default true;
}
