package tallystick.bank.spi;

/**
 * One bank, as the gateway sees it. The protocol of calls:
 *
 * <ol>
 *   <li>The gateway commits "submission started" to its store, and only then calls {@link #submit}.
 *   <li>{@link #submit} is called again for the same instruction only after {@link SubmitAnswer.NotSent} or after a
 *       trusted {@link StatusAnswer.NotFound}; never after {@link SubmitAnswer.Unknown} or {@link SubmitAnswer.Held}. After
 *       a crash the gateway does not know whether it was called: it asks.
 *   <li>{@link #query} is asked after 30 s, 2 min, 10 min, an hour and then hourly, while nothing final is known. It may
 *       come at any time, from several nodes.
 *   <li>{@link #receive} is called for every inbound message, before it is answered, and once more when it is worked
 *       off. It does no I/O, keeps no state, and gives the same result for the same input.
 *   <li>{@link #fetch} is called after a business day is over, until it gives what the bank wrote about it.
 *   <li>{@link #probe} is called every minute.
 *   <li>{@link #close} is called once; nothing is called after it.
 * </ol>
 *
 * All methods are called from many threads at once. A call that takes longer than its context allows is interrupted.
 */
public interface BankAdapter extends AutoCloseable {
    /** The same for the adapter's whole life. */
    Capabilities capabilities();

    /** Sends it. The same id moves money at most once, however often it comes. */
    SubmitAnswer submit(Instruction instruction, CallContext context);

    /** Asks what became of it. Changes nothing. */
    StatusAnswer query(StatusQuery query, CallContext context);

    /**
     * Fetches what the bank has written about a day. May be called again for the same day at any time, and gives the same
     * once it is complete.
     */
    default FetchResult fetch(FetchRequest request, CallContext context) {
        return new FetchResult.Unsupported();
    }

    /** Whether the bank can be reached now. Changes nothing. */
    default Probe probe(CallContext context) {
        return new Probe(true, "The adapter has no probe.");
    }

    /** Verifies and translates; pure. */
    InboundResult receive(RawInbound message);

    /** Lets go of connections and threads. */
    @Override
    void close();
}
