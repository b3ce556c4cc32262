package tallystick.bank.sandbox;

/** What the bank answered on its line. */
record Reply(int status, String body) {
    static Reply of(int status, Object json) {
        return new Reply(status, Json.write(json));
    }
}
