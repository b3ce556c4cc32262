package tallystick.runtime.database;

/** The embedded server's postgresql.conf, written anew at each start. */
record ServerConfiguration(EmbeddedSettings settings, int port, Durability durability) {
    /** The operator's own lines come first: what we promise comes after and wins. */
    String text() {
        return """
            # Written at each start. Your own settings belong in local.conf beside this file.
            include_if_exists 'local.conf'
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = %d
            shared_buffers = %dMB
            fsync = %s
            synchronous_commit = %s
            full_page_writes = %s
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_filename = 'postgres-%%a.log'
            log_rotation_age = 1d
            log_truncate_on_rotation = on
            """.formatted(
                        port,
                        settings.maxConnections(),
                        settings.sharedBuffers().toMegabytes(),
                        durability.value,
                        durability.value,
                        durability.value);
    }
}
