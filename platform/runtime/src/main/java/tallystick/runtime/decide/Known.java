package tallystick.runtime.decide;

import org.jspecify.annotations.Nullable;

/**
 * The state of a thing as somebody knows it.
 *
 * @param version its number of events
 * @param state null before the first event
 */
record Known<S>(long version, @Nullable S state) {
    /** Of a thing that does not exist, as far as one knows. */
    static <S> Known<S> nothing() {
        return new Known<>(0, null);
    }
}
