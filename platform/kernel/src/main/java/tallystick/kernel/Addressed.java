package tallystick.kernel;

/** A command that knows which one thing it is for. Everything about routing is read from here. */
public interface Addressed {
    Id target();
}
