package tallystick.loan.api;

import tallystick.kernel.Query;

/** Asks what terms lead to. Refused with {@code terms-not-possible} when the engine cannot accept them. */
public record QuoteTerms(Terms terms) implements Query<Quote> {
    @Override
    public Class<Quote> answer() {
        return Quote.class;
    }
}
