package tallystick.bank.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.StatusQuery;

/** What the contract orders: one instruction of each kind, and questions about them. */
final class Orders {
    static final Instant NOW = Instant.parse("2026-01-05T02:03:04Z");
    static final Amount AMOUNT = Amount.of("CNY", "12000.00");
    static final String ACCOUNT = "6222020200112233446";
    static final CallContext IN_TIME = new CallContext(1, Duration.ofSeconds(15));
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Confidential PAYEE = new Confidential(ACCOUNT);

    private Orders() {}

    static Instruction payOut(String id) {
        return new Instruction.PayOut(id, "loan-" + id, AMOUNT, PAYEE, "a loan");
    }

    /** An instruction whose kind the adapter has not declared may be refused; this one it has. */
    static Instruction of(Operation operation, String id) {
        return switch (operation) {
            case REQUEST_CREDIT ->
                new Instruction.RequestCredit(
                        id,
                        "app-1",
                        "cash",
                        AMOUNT,
                        new BigDecimal("0.12"),
                        3,
                        new Confidential("{\"name\":\"Li Lei\",\"nationalId\":\"110105199003070025\"}"));
            case SIGN_CONTRACT -> new Instruction.SignContract(id, "app-1", "instr-0", AMOUNT, "0".repeat(64));
            case PAY_OUT -> payOut(id);
            case COLLECT -> new Instruction.Collect(id, "loan-1", AMOUNT, PAYEE, DAY);
            case CANCEL -> new Instruction.Cancel(id, "instr-0", AMOUNT);
            case REFUND -> new Instruction.Refund(id, "loan-1", AMOUNT, PAYEE, "ref-1");
            case SYNC_SCHEDULE -> new Instruction.SyncSchedule(id, "loan-1", 1, AMOUNT, List.of(row()));
            case GUARANTEE_PAYMENT ->
                new Instruction.GuaranteePayment(id, "loan-1", "claim-1", AMOUNT, List.of(1), "books-union");
            case BUY_BACK -> new Instruction.BuyBack(id, "loan-1", AMOUNT, DAY);
            case REGISTER_MANDATE -> new Instruction.RegisterMandate(id, "loan-1", "mandate-1", AMOUNT, PAYEE);
        };
    }

    private static Instruction.SyncSchedule.Row row() {
        return new Instruction.SyncSchedule.Row(1, DAY, AMOUNT.value(), BigDecimal.TEN, BigDecimal.ZERO);
    }

    static StatusQuery question(String id) {
        return new StatusQuery(id, Operation.PAY_OUT, null, NOW);
    }
}
