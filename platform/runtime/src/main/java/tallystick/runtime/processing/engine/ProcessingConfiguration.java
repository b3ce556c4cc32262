package tallystick.runtime.processing.engine;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.processing.BatchObserver;
import tallystick.runtime.processing.NodeName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingHealth;
import tallystick.runtime.processing.ProcessingSettings;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.processing.batch.BatchEnds;
import tallystick.runtime.processing.batch.BatchParameters;
import tallystick.runtime.processing.rebuild.ReadModelVersions;
import tallystick.runtime.processing.rebuild.Rebuild;
import tallystick.runtime.processing.sagas.SagaJson;
import tallystick.runtime.processing.shares.FairShare;
import tallystick.runtime.processing.shares.Nodes;
import tallystick.runtime.processing.tokens.TokenRows;
import tallystick.runtime.processing.tokens.Tokens;
import tallystick.runtime.store.TallystickEventStore;
import tallystick.runtime.telemetry.ProcessingReadings;

/** Wires processing. Wants a data source with its transaction manager and an event store; offers the rest. */
@AutoConfiguration(
        afterName = {"tallystick.runtime.database.DatabaseConfiguration", "tallystick.runtime.store.StoreConfiguration"
        })
@EnableConfigurationProperties(ProcessingSettings.class)
public class ProcessingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    NodeName nodeName() {
        return new NodeName("node-" + UUID.randomUUID());
    }

    @Bean
    @ConditionalOnMissingBean
    SagaJson sagaJson() {
        return new SagaJson();
    }

    @Bean
    BatchEnds batchEnds() {
        return new BatchEnds();
    }

    @Bean
    Database processingDatabase(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return Database.of(jdbc, transactions);
    }

    @Bean
    TokenRows tokenRows(Database database) {
        return new TokenRows(database.jdbc(), database.own());
    }

    @Bean
    Tokens tokens(Database database, NodeName node, ProcessingSettings properties) {
        return new Tokens(database.jdbc(), node, properties.claimTimeout());
    }

    @Bean
    FairShare fairShare(Database database, NodeName node, ProcessingSettings properties) {
        return new FairShare(new Nodes(database.jdbc(), node, properties.nodeTimeout()), node);
    }

    @Bean
    ParameterResolverFactory handlerParameters(ApplicationContext context) {
        return MultiParameterResolverFactory.ordered(
                new BatchParameters(),
                ClasspathParameterResolverFactory.forClassLoader(getClass().getClassLoader()),
                new SpringBeanParameterResolverFactory(context));
    }

    @Bean(destroyMethod = "close")
    Processors processors(
            ObjectProvider<ProcessingGroup> groups,
            TallystickEventStore store,
            Database database,
            Tokens tokens,
            TokenRows rows,
            FairShare shares,
            ParameterResolverFactory parameters,
            ProcessingSettings properties,
            ObjectProvider<BatchObserver> observers,
            ObjectProvider<QueryBus> queries,
            BatchEnds ends,
            SagaJson json) {
        var workers = new Workers(properties);
        var sagas = new SagaFactory(store, database, parameters, properties, json);
        var observing = observers.orderedStream().toList();
        var factory = new ProcessorFactory(
                store, database, tokens, shares, parameters, properties, observing, ends, workers, sagas);
        return new Processors(
                groups.orderedStream().toList(),
                new StartChecks(database.jdbc(), rows, store, properties),
                factory,
                new QueryHandlers(Optional.ofNullable(queries.getIfAvailable()), parameters),
                shares,
                properties,
                workers);
    }

    @Bean
    @ConditionalOnMissingBean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    @Bean
    Repairs repairs(Processors processors, Database database) {
        return new Repairs(processors, database.jdbc());
    }

    @Bean
    ProcessingHealth processingHealth(
            Processors processors, EventStore store, TokenRows tokens, BatchEnds ends, Database database) {
        return new GroupsHealth(processors, store, tokens, ends, database.jdbc());
    }

    @Bean
    ProcessingReadings processingReadings(ProcessingHealth health, ObjectProvider<ProcessingGroup> groups) {
        return new Readings(health, groups.orderedStream().toList());
    }

    @Bean
    Subscriptions subscriptions(EventNames names) {
        return new Subscriptions(names);
    }

    @Bean
    Progress progress(
            Processors processors, Subscriptions subscriptions, TokenRows tokens, Database database, BatchEnds ends) {
        return new ReadYourWrites(processors, subscriptions, tokens, database.jdbc(), ends);
    }

    @Bean
    ReadModelVersions readModelVersions(Database database, TokenRows tokens, EventStore store) {
        return new ReadModelVersions(database.jdbc(), database.own(), tokens, store);
    }

    @Bean
    Rebuild rebuild(EventStore store, Database database, ParameterResolverFactory parameters) {
        return new Rebuild(store, database.transactions(), parameters, database.jdbc());
    }
}
