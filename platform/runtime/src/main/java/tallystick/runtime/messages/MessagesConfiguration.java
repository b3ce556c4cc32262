package tallystick.runtime.messages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Collects the event families of this process. */
@AutoConfiguration
class MessagesConfiguration {
    @Bean
    EventNames eventNames(ObjectProvider<EventFamily> families) {
        return new EventNames(families.stream().toList());
    }

    @Bean
    NamedJson namedJson(EventNames names) {
        return new NamedJson(names, StoredJson.mapper());
    }
}
