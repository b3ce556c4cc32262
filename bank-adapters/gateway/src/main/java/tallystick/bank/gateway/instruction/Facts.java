package tallystick.bank.gateway.instruction;

import java.time.InstantSource;
import java.util.List;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordRejected;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.bank.gateway.work.Together;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankFact.OfInstruction;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;

/** Tells an instruction what its bank says of it. Telling it twice does nothing. */
public final class Facts {
    private final Together<BankInstruction> commands;
    private final Spelling spelling;
    private final InstantSource clock;

    Facts(Commands commands, Spelling spelling, InstantSource clock) {
        this.commands = new Together<>("bank-facts", commands);
        this.spelling = spelling;
        this.clock = clock;
    }

    /** Whether the fact is about what was ordered at all: the same bank cannot confirm a credit for a payout. */
    public static boolean fits(Row row, OfInstruction fact) {
        return fact.instruction().equals(row.id().value()) && fact.operation() == Spelling.operation(row.order());
    }

    /** @throws tallystick.kernel.Refused never, unless the store has lost the instruction */
    public Decided<BankInstruction> tell(Row row, OfInstruction fact) {
        return commands.send(command(row, fact));
    }

    /** What a bank says of one instruction. */
    public record Told(Row row, OfInstruction fact) {}

    /** The same of many instructions, of each at most once: with one load and one append. */
    public List<Decided<BankInstruction>> tell(List<Told> all) {
        return commands.sendAll(
                all.stream().map(told -> command(told.row(), told.fact())).toList());
    }

    private BankCommand command(Row row, OfInstruction fact) {
        var now = clock.instant();
        return switch (fact) {
            case BankFact.Accepted f -> new RecordAccepted(row.id(), f.bankReference(), f.sequence(), now);
            case BankFact.Confirmed f ->
                new RecordConfirmed(
                        row.id(),
                        f.bankReference(),
                        f.sequence(),
                        Spelling.money(f.amount()),
                        spelling.payeeMatches(row.order(), f.payee()),
                        f.valueDate(),
                        Spelling.terms(f.terms()),
                        now);
            case BankFact.Rejected f -> new RecordRejected(row.id(), f.bankReference(), f.sequence(), f.reason(), now);
            case BankFact.Returned f ->
                new RecordReturned(
                        row.id(),
                        f.bankReference(),
                        f.sequence(),
                        Spelling.money(f.amount()),
                        f.reason(),
                        f.valueDate(),
                        now);
        };
    }
}
