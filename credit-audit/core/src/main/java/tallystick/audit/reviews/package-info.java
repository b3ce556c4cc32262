/**
 * A person's look at a referred decision: claimed with a lease, recommended, decided within authority. Start at {@link
 * tallystick.audit.reviews.Review}; who may decide what is in {@code authority/matrix.csv}.
 */
@NullMarked
package tallystick.audit.reviews;

import org.jspecify.annotations.NullMarked;
