package tallystick.runtime.calendar;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;
import tallystick.runtime.database.Connections;

/** This process's share in the clustered scheduler, with connections of its own. */
record QuartzNode(Scheduler scheduler, CalendarConnections connections) {
    static QuartzNode of(Connections database, CalendarSettings settings) throws SchedulerException {
        String node = "node-" + UUID.randomUUID();
        CalendarConnections connections = new CalendarConnections(pool(database, settings));
        DBConnectionManager.getInstance().addConnectionProvider(node, connections);
        return new QuartzNode(scheduler(properties(node, settings), settings.name()), connections);
    }

    private static HikariDataSource pool(Connections database, CalendarSettings settings) {
        HikariDataSource pool = database.pool("calendar", settings.connections());
        pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
        return pool;
    }

    /** Quartz registers schedulers by name in the whole JVM and would hand out one node's to another: keep ours out. */
    private static synchronized Scheduler scheduler(Properties properties, String name) throws SchedulerException {
        SchedulerRepository.getInstance().remove(name);
        Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
        SchedulerRepository.getInstance().remove(name);
        return scheduler;
    }

    /** JobStoreTX and no other: it opens and commits its own transactions, the container-managed one joins ours. */
    private static Properties properties(String node, CalendarSettings settings) {
        Properties properties = new Properties();
        String store = "org.quartz.jobStore.";
        properties.setProperty("org.quartz.scheduler.instanceName", settings.name());
        properties.setProperty("org.quartz.scheduler.instanceId", node);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty(
                "org.quartz.scheduler.idleWaitTime",
                Long.toString(settings.look().toMillis()));
        properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(settings.threads()));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "calendar");
        properties.setProperty(store + "class", JobStoreTX.class.getName());
        properties.setProperty(store + "driverDelegateClass", PostgreSQLDelegate.class.getName());
        properties.setProperty(store + "dataSource", node);
        properties.setProperty(store + "tablePrefix", settings.schema() + ".qrtz_");
        properties.setProperty(store + "useProperties", "true");
        properties.setProperty(store + "isClustered", "true");
        properties.setProperty(store + "makeThreadsDaemons", "true");
        properties.setProperty(
                store + "clusterCheckinInterval",
                Long.toString(settings.checkIn().toMillis()));
        properties.setProperty(
                store + "misfireThreshold", Long.toString(settings.missedAfter().toMillis()));
        return properties;
    }

    void close(boolean waitForJobs) throws SchedulerException {
        scheduler.shutdown(waitForJobs);
        connections.shutdown();
    }
}
