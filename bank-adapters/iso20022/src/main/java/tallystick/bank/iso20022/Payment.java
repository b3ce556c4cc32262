package tallystick.bank.iso20022;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;

/**
 * One payment as a file carries it.
 *
 * @param account whom it goes to, or whom it is taken from
 * @param due when it is to be taken; null for what is to be paid now
 */
record Payment(
        String instruction,
        Operation operation,
        String loan,
        Amount amount,
        AccountNumber account,
        String remittance,
        @Nullable LocalDate due) {
    private static final int MOST_REMITTANCE = 140;

    /** @throws IllegalArgumentException when it cannot stand in a file, without personal data */
    static Payment of(Instruction instruction) {
        if (instruction.amount().value().signum() <= 0) {
            throw new IllegalArgumentException("Expected an amount above zero; found another.");
        }
        return switch (instruction) {
            case Instruction.PayOut i -> of(i, i.loan(), i.payee().text(), i.purpose(), null);
            case Instruction.Refund i -> of(i, i.loan(), i.payee().text(), i.of(), null);
            case Instruction.Collect i -> of(i, i.loan(), i.payer().text(), "", i.due());
            default -> throw new IllegalArgumentException("Expected a payment or a debit; found another order.");
        };
    }

    private static Payment of(
            Instruction instruction, String loan, String account, String purpose, @Nullable LocalDate due) {
        return new Payment(
                instruction.id(),
                instruction.operation(),
                loan,
                instruction.amount(),
                AccountNumber.of(account),
                Latin.of(loan + " " + purpose, MOST_REMITTANCE),
                due);
    }

    String endToEnd() {
        return Names.endToEnd(instruction);
    }

    boolean isDebit() {
        return operation == Operation.COLLECT;
    }
}
