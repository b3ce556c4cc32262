package tallystick.runtime.processing.engine;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database and one kind of transaction, as the parts of processing want them. */
record Database(JdbcTemplate jdbc, TransactionManager transactions, TransactionTemplate own) {
    static Database of(JdbcTemplate jdbc, PlatformTransactionManager manager) {
        return new Database(jdbc, new SpringTransactionManager(manager), new TransactionTemplate(manager));
    }
}
