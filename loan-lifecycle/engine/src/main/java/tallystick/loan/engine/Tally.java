package tallystick.loan.engine;

import java.util.Currency;

/** Amounts by component that change while facts are replayed, in minor units. */
final class Tally {
    private long principal;
    private long interest;
    private long fee;
    private long penalty;

    void become(Parts parts) {
        principal = parts.principalUnits();
        interest = parts.interestUnits();
        fee = parts.feeUnits();
        penalty = parts.penaltyUnits();
    }

    long of(Component component) {
        return switch (component) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY -> penalty;
        };
    }

    void add(Component component, long units) {
        switch (component) {
            case PRINCIPAL -> principal += units;
            case INTEREST -> interest += units;
            case FEE -> fee += units;
            case PENALTY -> penalty += units;
        }
    }

    void add(Parts parts) {
        principal += parts.principalUnits();
        interest += parts.interestUnits();
        fee += parts.feeUnits();
        penalty += parts.penaltyUnits();
    }

    long total() {
        return principal + interest + fee + penalty;
    }

    Parts parts(Currency currency) {
        return new Parts(currency, principal, interest, fee, penalty);
    }
}
