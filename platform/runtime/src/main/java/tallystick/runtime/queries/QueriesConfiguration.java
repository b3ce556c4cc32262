package tallystick.runtime.queries;

import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The door for questions, and who stands behind it. */
@AutoConfiguration
class QueriesConfiguration {
    @Bean
    Queries queries(QueryBus bus) {
        return new BusQueries(bus);
    }

    @Bean
    SmartInitializingSingleton answering(
            QueryBus bus, ParameterResolverFactory parameters, ObjectProvider<AnswersQueries> answering) {
        return () ->
                answering.forEach(handler -> new AnnotationQueryHandlerAdapter<>(handler, parameters).subscribe(bus));
    }
}
