package tallystick.bench;

import tallystick.reference.AccountCommand;

/** One of the two that are compared: takes commands of the reference context and answers when they are durable. */
interface Side extends AutoCloseable {
    void send(AccountCommand command);

    @Override
    void close();
}
