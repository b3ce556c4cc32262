package tallystick.loan.engine;

/** How much of the principal a row takes. */
interface PrincipalRule {
    /** Plans the rows to come, after money was paid out. */
    void plan(Rest rest);

    /**
     * What a row takes; never more than is left. Below zero it is interest that the instalment does not pay, where the
     * terms allow that. The last row takes the rest, whatever was planned.
     */
    long of(Period period, long interest);

    static PrincipalRule of(LoanTerms terms) {
        return switch (terms.amortization()) {
            case INTEREST_ONLY, BULLET -> new AtTheEnd();
            case EQUAL_PRINCIPAL -> even(terms);
            case EQUAL_INSTALLMENTS -> terms.method() == Method.FLAT ? even(terms) : annuity(terms);
            case FIXED_INSTALLMENT -> new FixedInstallment(terms);
            case CUSTOM -> new CustomPrincipal(terms.agreed().principals());
        };
    }

    private static PrincipalRule even(LoanTerms terms) {
        return switch (terms.convention()) {
            case STANDARD -> new EvenPrincipal(terms.rounding());
            case FINERACT_CUMULATIVE ->
                terms.method() == Method.FLAT
                        ? new FineractFlatPrincipal(terms.rounding())
                        : new EvenPrincipal(terms.rounding().toMinorUnits());
            case FINERACT_PROGRESSIVE, FINERACT_PROGRESSIVE_2025 -> new FineractTranches(terms.rounding());
        };
    }

    private static PrincipalRule annuity(LoanTerms terms) {
        return switch (terms.convention()) {
            case STANDARD -> new Annuity(terms);
            case FINERACT_CUMULATIVE -> new FineractPayment(terms);
            case FINERACT_PROGRESSIVE ->
                terms.annualRate().isZero()
                        ? new FineractTranches(terms.rounding())
                        : new FineractAnnuity(terms.rounding(), 1);
            case FINERACT_PROGRESSIVE_2025 -> new FineractAnnuity(terms.rounding(), 3);
        };
    }
}
