/**
 * From first keystroke to signed, funded contract. Start at {@link tallystick.application.api.ApplicationCommand} and
 * {@link tallystick.application.api.ApplicationEvent}; products, parties and funding lines have families of their own.
 */
@NullMarked
package tallystick.application.api;

import org.jspecify.annotations.NullMarked;
