package tallystick.loan.engine;

/** The fees of a contract by when they are paid, in minor units. */
record FeePlan(long atPayout, long perInstallment) {
    static FeePlan of(LoanTerms terms) {
        var atPayout = 0L;
        var perInstallment = 0L;
        for (var fee : terms.fees()) {
            switch (fee.when()) {
                case AT_PAYOUT -> atPayout += Units.of(fee.amount());
                case PER_INSTALLMENT -> perInstallment += Units.of(fee.amount());
            }
        }
        return new FeePlan(atPayout, perInstallment);
    }
}
