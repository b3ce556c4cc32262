package tallystick.audit.api;

/** What an applicant may be asked to bring. Stored by name: add, never rename; the words for it are data of notices. */
public enum Wanted {
    IDENTITY_DOCUMENT,
    PROOF_OF_ADDRESS,
    PROOF_OF_INCOME,
    PROOF_OF_EMPLOYMENT,
    BANK_STATEMENTS,
    PROOF_OF_DEBTS,
    CONSENT_TO_CREDIT_RECORD,
    NEW_CREDIT_RECORD,
    VEHICLE_DOCUMENTS,
    VEHICLE_VALUATION,
    PURCHASE_CONTRACT
}
