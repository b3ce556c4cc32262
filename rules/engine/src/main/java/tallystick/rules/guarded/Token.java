package tallystick.rules.guarded;

/** One word or sign of a rule file and its place. */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind != Kind.TEXT && text.equals(sign);
    }

    NotAllowed refused(String code, String said, String remedy) {
        return new NotAllowed(line, column, code, said, remedy);
    }
}
