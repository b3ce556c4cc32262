/**
 * The database: either an embedded PostgreSQL that lives in the data folder, or the operator's own; its migrations, its
 * pool and its dedicated connections. Start at {@link EmbeddedServer} and {@link Migrations}. Every feature of the
 * runtime and every context may use the public types.
 */
@NullMarked
package tallystick.runtime.database;

import org.jspecify.annotations.NullMarked;
