package tallystick.runtime.commandline;

/** Where a task speaks to the person who started it. Everything else logs. */
public final class Terminal {
    private Terminal() {}

    public static void say(String line) {
        System.out.println(line);
    }
}
