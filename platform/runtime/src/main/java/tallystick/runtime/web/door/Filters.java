package tallystick.runtime.web.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;

/**
 * The query parameters a list takes beside {@code limit} and {@code cursor}; another one is refused.
 *
 * <pre>{@code @Filters(value = "product", words = @Words(value = "state", of = State.class))}</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Filters {
    String[] value() default {};

    /** Those that take a word of an enum and nothing else. */
    Words[] words() default {};

    /** A filter and the words it takes. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Words {
        String value();

        Class<? extends Enum<?>> of();
    }

    /** The words themselves. */
    final class Known {
        private Known() {}

        public static List<String> of(Words words) {
            return Arrays.stream(words.of().getEnumConstants()).map(Enum::name).toList();
        }
    }
}
