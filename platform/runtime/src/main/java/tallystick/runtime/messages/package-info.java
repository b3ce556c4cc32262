/**
 * What is stored and how: each event has a public name of its own, each message a JSON made of its fields. Start at {@link
 * tallystick.runtime.messages.EventFamily}; a context announces its family as a bean.
 */
@NullMarked
package tallystick.runtime.messages;

import org.jspecify.annotations.NullMarked;
