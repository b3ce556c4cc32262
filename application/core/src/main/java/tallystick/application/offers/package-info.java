/**
 * What an applicant is offered, with every row and yield, and how it is accepted. Start at {@link
 * tallystick.application.offers.OfferMaker}.
 */
@NullMarked
package tallystick.application.offers;

import org.jspecify.annotations.NullMarked;
