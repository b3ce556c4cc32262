package tallystick.audit.rulesets;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been decided so far, to be judged again. */
record Recorded(JdbcClient database) {
    boolean isAny() {
        return database.sql("select exists (select from audit.decisions_v1)")
                .query(Boolean.class)
                .single();
    }
}
