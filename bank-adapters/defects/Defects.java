import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Plants one mistake after the other, sees the test named for it fail, and takes the mistake out again. Run it from the
 * root with a clean tree: {@code java bank-adapters/defects/Defects.java}, or with words that the names contain. A test that
 * still passes is the finding.
 */
public final class Defects {
    private static final String GATEWAY = "bank-adapters/gateway/src/main/java/tallystick/bank/gateway/";
    private static final String SANDBOX = "bank-adapters/sandbox/src/main/java/tallystick/bank/sandbox/";

    private static final List<Defect> ALL = List.of(
            gateway(
                    "send again while nobody knows",
                    "instruction/State.java",
                    "this == COMMITTED || this == NOT_SENT",
                    "this == COMMITTED || this == NOT_SENT || this == UNKNOWN",
                    "MoneyRulesTest#rule4FromUnknownNothingIsSent"),
            gateway(
                    "send again what was to be cancelled",
                    "instruction/Sending.java",
                    "if (instruction.unwanted()) {",
                    "if (instruction.unwanted() && command.attempt() < 2) {",
                    "CancelTest#whatPeopleSayWasNotSentIsNotSentAgainAfterItsCancel"),
            gateway(
                    "take a failing adapter for a proof",
                    "banks/Bank.java",
                    "return new SubmitAnswer.Unknown(unanswered.evidence);",
                    "return new SubmitAnswer.NotSent(unanswered.evidence);",
                    "BankTest#rule1WhateverAnAdapterThrowsIsUnknown"),
            gateway(
                    "take the proof of an older attempt",
                    "instruction/Sending.java",
                    "if (command.attempt() != instruction.attempts()) {",
                    "if (command.attempt() > instruction.attempts()) {",
                    "MoneyRulesTest#rule2NotSentNeedsTheProofOfItsOwnAttempt"),
            gateway(
                    "let the last writer win",
                    "instruction/BankWord.java",
                    "case REJECTED -> instruction.opened(\"contradictory-final\", REJECTED, CONFIRMED, said.at());",
                    "case REJECTED -> checked(said);",
                    "MoneyRulesTest#rule9ContradictoryFinalsOpenABreakAndTheFirstStands"),
            gateway(
                    "believe any amount",
                    "instruction/Mismatch.java",
                    "default -> said.amount().equals(order.amount());",
                    "default -> true;",
                    "MoneyRulesTest#rule11AnotherAmountOfAPayoutIsNotConfirmed"),
            gateway(
                    "believe any payee",
                    "instruction/Mismatch.java",
                    "return Boolean.FALSE.equals(said.payeeMatches())",
                    "return said.amount().isNegative()",
                    "MoneyRulesTest#rule11AnotherPayeeIsNotConfirmed"),
            gateway(
                    "let more come back than went",
                    "instruction/BankWord.java",
                    "return said.amount().equals(whole)",
                    "return said.amount().isPositive()",
                    "MoneyRulesTest#rule10MoreThanWasPaidCannotComeBack"),
            gateway(
                    "let a debit bring more than was ordered",
                    "instruction/Mismatch.java",
                    "&& amount.isPositive() && !amount.isMoreThan(most)",
                    "&& amount.isPositive()",
                    "MoneyRulesTest#rule11APartialCollectionIsLegalAndMoreIsNot"),
            gateway(
                    "grant more than was asked",
                    "instruction/Mismatch.java",
                    "isWithin(said.amount(), o.amount())\n                        && said.amount()",
                    "said.amount().isPositive()\n                        && said.amount()",
                    "MoneyRulesTest#rule11ACreditIsNeverForMoreThanWasAskedAndReserved"),
            gateway(
                    "believe a day that has not come",
                    "instruction/Plausible.java",
                    "return !day.isAfter(today(now).plusDays(1));",
                    "return !day.isAfter(today(now).plusDays(100));",
                    "MoneyRulesTest#rule11WhatIsDoneHasADayThatHasCome"),
            gateway(
                    "forget what a return says was done",
                    "instruction/BankWord.java",
                    "return List.of(done, undone.getFirst());",
                    "return done.amount().isPositive() ? undone : List.of();",
                    "MoneyRulesTest#rule9AReturnThatOvertakesItsConfirmationStands"),
            gateway(
                    "open a case every day for the same cent",
                    "reconciliation/Comparison.java",
                    "? theirs.minus(ours).toString()",
                    "? theirs.toString()",
                    "ComparisonTest#aCentIsTheSameCentTomorrow"),
            gateway(
                    "order the same money under two ids",
                    "instruction/Instructions.java",
                    "Claim.take(MONEY, money, id.value())",
                    "Claim.take(MONEY, money + id.value(), id.value())",
                    "MoneyRulesTest#rule6TheSameMoneyIsClaimedUntilItIsProvenDead"),
            gateway(
                    "never call a person",
                    "instruction/BankInstruction.java",
                    "return !doubt.handedOver() && Duration",
                    "return doubt.handedOver() && Duration",
                    "MoneyRulesTest#rule13AfterADayAPersonIsCalledOnce"),
            gateway(
                    "stop asking",
                    "instruction/Polling.java",
                    "return at.plus(STEPS.get(",
                    "return at.plusSeconds(1_000_000_000).plus(STEPS.get(",
                    "MoneyRulesTest#rule13SilenceIsAskedAboutEverMoreSeldom"),
            gateway(
                    "send on while the bank speaks of what was not sent",
                    "instruction/BankWord.java",
                    "case COMMITTED, NOT_SENT -> contradictsProof(ACCEPTED, said.at());",
                    "case COMMITTED, NOT_SENT -> List.of();",
                    "MoneyRulesTest#whatTheBankSaysOfTheUnsentStopsTheSending"),
            gateway(
                    "believe amounts beyond all reason",
                    "instruction/Plausible.java",
                    "return minor.compareTo(MOST_MINOR_UNITS) <= 0 && isDay(day, now);",
                    "return minor.compareTo(MOST_MINOR_UNITS.pow(3)) <= 0 && isDay(day, now);",
                    "PlausibleTest#amountsAndDaysBeyondAllReasonAreNot"),
            gateway(
                    "let one person be two",
                    "approval/Agreement.java",
                    "if (proposedBy.equals(by)) {",
                    "if (proposedBy.isEmpty()) {",
                    "ByHandTest#onePersonIsNotTwo"),
            gateway(
                    "agree to what was not shown",
                    "approval/Agreement.java",
                    "if (!shown.equals(hash)) {",
                    "if (shown.isEmpty()) {",
                    "ByHandTest#whatIsAgreedToIsWhatWasShown"),
            gateway(
                    "send after the cut-off",
                    "banks/OpenHours.java",
                    "there.toLocalTime().isBefore(its.cutOff())",
                    "there.toLocalTime().isAfter(its.opens())",
                    "OpenHoursTest#rule15AfterTheCutOffItWaitsForTheNextBusinessDay"),
            gateway(
                    "trust a not-found before the cut-off",
                    "banks/OpenHours.java",
                    "return cutOff.isBefore(sent) ? sent : cutOff;",
                    "return cutOff.isBefore(sent) ? cutOff : sent;",
                    "OpenHoursTest#rule5WhatWasSentIsKnownOnlyPastTheCutOff"),
            gateway(
                    "never open the breaker",
                    "banks/Breaker.java",
                    "if (unanswered < OPENS_AFTER) {",
                    "if (unanswered < Integer.MAX_VALUE) {",
                    "BreakerTest#rule14TenUnansweredCallsInARowOpenIt"),
            gateway(
                    "load a jar that nobody allowed",
                    "banks/Plugins.java",
                    "if (!allowed.contains(hash)) {",
                    "if (!allowed.contains(hash) && hash.isEmpty()) {",
                    "PluginsTest#aJarThatIsNotOnTheListIsRefusedByItself"),
            gateway(
                    "report a repayment each time it is told",
                    "reports/Report.java",
                    "if (broken || (c.loan().equals(loan) && c.amount().equals(amount))) {",
                    "if (c.loan().equals(loan) && c.amount().equals(amount)) { return List.of(reported(c)); } if"
                            + " (broken) {",
                    "ReportTest#aRepaymentIsReportedOnce"),
            gateway(
                    "guess which booking it is",
                    "reconciliation/Matching.java",
                    "if (all.size() == 1) {",
                    "if (!all.isEmpty()) {",
                    "MatchingTest#anAmountMatchesOnlyWhereThereIsNoOther"),
            sandbox(
                    "accept any signature",
                    "Signature.java",
                    "var good = false;",
                    "var good = true;",
                    "SandboxAdapterTest#rule7AnotherKeyOrAnotherTimeIsNot"),
            sandbox(
                    "take old messages",
                    "Signature.java",
                    "Duration.ofMinutes(5)",
                    "Duration.ofMinutes(500)",
                    "SandboxAdapterTest#rule7AnotherKeyOrAnotherTimeIsNot"),
            sandbox(
                    "take a timeout for a no",
                    "SandboxAdapter.java",
                    "return new SubmitAnswer.Unknown(broken.getClass().getSimpleName());",
                    "return new SubmitAnswer.NotSent(broken.getClass().getSimpleName());",
                    "SandboxContractTest"));

    /** One mistake: in the file, the text becomes the other, and the test must fail. */
    private record Defect(String name, Path file, String text, String mistake, String module, String test) {
        boolean isCaught() throws IOException, InterruptedException {
            var right = Files.readString(file);
            if (right.indexOf(text) < 0 || right.indexOf(text) != right.lastIndexOf(text)) {
                throw new IllegalStateException("Expected '%s' once in %s.".formatted(text, file));
            }
            var back = new Thread(() -> write(file, right));
            Runtime.getRuntime().addShutdownHook(back);
            try {
                Files.writeString(file, right.replace(text, mistake));
                return fails();
            } finally {
                write(file, right);
                Runtime.getRuntime().removeShutdownHook(back);
            }
        }

        private boolean fails() throws IOException, InterruptedException {
            var run = new ProcessBuilder(
                            "./mvnw",
                            "-q",
                            "-B",
                            "-o",
                            "-pl",
                            module,
                            "-am",
                            "test",
                            "-Dtest=" + test,
                            "-Dsurefire.failIfNoSpecifiedTests=false")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(run.getInputStream().readAllBytes());
            if (said.contains("COMPILATION ERROR")) {
                throw new IllegalStateException("The mistake '%s' does not compile:%n%s".formatted(name, said));
            }
            return run.waitFor() != 0 && said.contains("There are test failures");
        }
    }

    private Defects() {}

    private static Defect gateway(String name, String file, String text, String mistake, String test) {
        return new Defect(name, Path.of(GATEWAY + file), text, mistake, "bank-adapters/gateway", test);
    }

    private static Defect sandbox(String name, String file, String text, String mistake, String test) {
        return new Defect(name, Path.of(SANDBOX + file), text, mistake, "bank-adapters/sandbox", test);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new IllegalStateException("Expected to put %s back; use git checkout.".formatted(file), failed);
        }
    }

    public static void main(String... words) throws IOException, InterruptedException {
        var missed = 0;
        for (var defect : ALL) {
            if (words.length > 0 && List.of(words).stream().noneMatch(defect.name()::contains)) {
                continue;
            }
            var caught = defect.isCaught();
            missed += caught ? 0 : 1;
            System.out.printf("%-7s %-52s %s%n", caught ? "caught" : "MISSED", defect.name(), defect.test());
        }
        System.exit(missed);
    }
}
