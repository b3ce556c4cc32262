package tallystick.loan.engine.cost;

import java.time.LocalDate;
import tallystick.loan.engine.Parts;

/** What the borrower paid on a day, and of what. */
public record Paid(LocalDate date, Parts parts) {}
