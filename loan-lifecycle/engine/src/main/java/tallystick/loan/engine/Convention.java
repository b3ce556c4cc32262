package tallystick.loan.engine;

/** Whose arithmetic: ours, or that of a system a portfolio comes from, to the cent. */
public enum Convention {
    STANDARD,
    FINERACT_CUMULATIVE,
    FINERACT_PROGRESSIVE,
    FINERACT_PROGRESSIVE_2025
}
