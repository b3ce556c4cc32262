package tallystick.runtime.commandline;

/**
 * A line of what is printed when the server is ready, such as {@code Data folder /srv/tallystick/data}. Beans of this
 * type are printed in their {@code @Order}.
 */
public record StartNote(String label, String text) {}
