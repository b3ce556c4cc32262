package tallystick.loan.engine;

/** The fees of a contract by when they are paid, in minor units, with the taxes on them. */
final class FeePlan {
    private final LoanTerms terms;
    private long deducted;
    private long financed;
    private long apart;
    private long perInstallment;

    FeePlan(LoanTerms terms) {
        this.terms = terms;
        for (var fee : terms.fees()) {
            var units = taxed(Units.of(fee.amount()));
            switch (fee.when()) {
                case AT_PAYOUT -> deducted += units;
                case FINANCED -> financed += units;
                case PAID_AT_PAYOUT -> apart += units;
                case PER_INSTALLMENT -> perInstallment += units;
            }
        }
    }

    private long taxed(long fee) {
        return fee + tax(Tax.On.FEES, fee);
    }

    private long tax(Tax.On on, long units) {
        var tax = 0L;
        for (var each : terms.taxes()) {
            tax += each.on() == on ? each.onTop(units, terms.rounding().mode()) : 0;
        }
        return tax;
    }

    /** What the first payout is lessened by. */
    long deducted() {
        return deducted;
    }

    /** What is paid on the day of the first payout, and not kept back from it. */
    long apart() {
        return apart;
    }

    /** What is lent on top, so that the customer gets the whole payout. */
    long financed() {
        return financed;
    }

    /** What a row charges besides principal and interest. */
    long withRow(long interest) {
        return perInstallment + tax(Tax.On.INTEREST, interest);
    }
}
