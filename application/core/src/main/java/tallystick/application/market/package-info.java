/**
 * What is written and ruled differently in each market: the numbers of people, companies, accounts and vehicles, and the
 * law's figures as dated data. Start at {@link tallystick.application.market.Market}; a third market is one more class
 * and its rows.
 */
@NullMarked
package tallystick.application.market;

import org.jspecify.annotations.NullMarked;
