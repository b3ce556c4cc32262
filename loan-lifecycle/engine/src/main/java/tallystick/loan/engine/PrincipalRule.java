package tallystick.loan.engine;

/** How much of the principal a row takes. */
interface PrincipalRule {
    /** Plans the rows to come, after money was paid out. */
    void plan(Rest rest);

    /** What a row takes; never more than is left. The last row takes the rest, whatever was planned. */
    long of(long interest);

    static PrincipalRule of(LoanTerms terms, InterestRule interest) {
        return switch (terms.amortization()) {
            case INTEREST_ONLY, BULLET -> new AtTheEnd();
            case EQUAL_PRINCIPAL -> new EvenPrincipal(terms.rounding());
            case EQUAL_INSTALLMENTS ->
                terms.method() == Method.FLAT ? new EvenPrincipal(terms.rounding()) : annuity(terms, interest);
        };
    }

    private static PrincipalRule annuity(LoanTerms terms, InterestRule interest) {
        return switch (terms.convention()) {
            case STANDARD, FINERACT_CUMULATIVE -> new Annuity(interest, terms.rounding());
            case FINERACT_PROGRESSIVE, FINERACT_PROGRESSIVE_2025 -> new FineractAnnuity(interest, terms.rounding());
        };
    }
}
