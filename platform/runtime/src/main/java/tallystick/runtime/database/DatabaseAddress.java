package tallystick.runtime.database;

/** Where the database is and how to enter. Prints without the password. */
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
