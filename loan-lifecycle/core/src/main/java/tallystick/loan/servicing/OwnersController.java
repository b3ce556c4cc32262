package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Who owns a loan, over HTTP: shares sold and bought back, and what guarantors pay. Above a limit, by two people. */
@RestController
@Tag(name = "Owners", description = "Who lends a loan, and whose claim it is.")
class OwnersController {
    private static final Pattern BOOKS = Pattern.compile("books-[a-z0-9][a-z0-9-]{0,40}");
    private static final int MOST_ROWS = 1200;
    private static final int MOST_DECIMALS = 9;

    private final Asking asking;

    OwnersController(Asking asking) {
        this.asking = asking;
    }

    record SaleBody(String seller, String buyer, BigDecimal share, Money price, boolean leaves, String reason) {}

    /** @param order whether the bank it comes from is ordered to take the price */
    record BuyBackBody(
            String from,
            BigDecimal share,
            Money price,
            @Nullable Boolean order,
            String reason) {}

    /** @param order whether the loan's bank is ordered to take the money */
    record GuaranteeBody(
            String guarantor,
            List<Integer> rows,
            Money amount,
            @Nullable BigDecimal annualRate,
            @Nullable Boolean order,
            String reason) {}

    record GuarantorBody(String guarantor, String reason) {}

    record VoidBody(String claim, String reason) {}

    @Operation(
            operationId = "getOwners",
            summary = "Who owns a loan",
            description = "Each lender with its shares, what of each row is whose, and what guarantors have paid.")
    @GetMapping("/api/v1/loans/{loan}/owners")
    @Readers
    OwnersView owners(@PathVariable String loan) {
        return OwnersView.of(asking.loan(loan));
    }

    @Operation(
            operationId = "sellShare",
            summary = "Sell a loan, or a share of it",
            description = "The buyer has its share of what is left and of the interest that is earned from now on. When"
                    + " nothing of it is ours we may leave it: it is SOLD, and what comes for it is held.")
    @PostMapping("/api/v1/loans/{loan}/sales")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> sell(@PathVariable String loan, @RequestBody SaleBody body, Write write) {
        return new Proposing(asking)
                .propose(
                        loan,
                        body.reason(),
                        is -> new Change.SellShare(
                                books("/seller", body.seller()),
                                books("/buyer", body.buyer()),
                                share(body.share()),
                                Asking.positive("/price", body.price(), is),
                                body.leaves()),
                        write);
    }

    @Operation(
            operationId = "buyBack",
            summary = "Buy a share of a loan back",
            description =
                    "From a lender or a buyer to us, as its programme says. With `order`, the bank it comes from is"
                            + " ordered to take the price; see `instruction`. Else it is paid by an order outside.")
    @PostMapping("/api/v1/loans/{loan}/buy-backs")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> buyBack(@PathVariable String loan, @RequestBody BuyBackBody body, Write write) {
        return new Proposing(asking)
                .propose(
                        loan,
                        body.reason(),
                        is -> new Change.SellShare(
                                books("/from", body.from()),
                                BooksId.OWN,
                                share(body.share()),
                                Asking.positive("/price", body.price(), is),
                                false,
                                isOrdered(body.order()) ? seller(body.from(), is) : null),
                        write);
    }

    @Operation(
            operationId = "payGuarantee",
            summary = "A guarantor pays for the borrower",
            description =
                    "Rows, or with none named the whole loan: exactly what is owed of it. The debt stands; what the"
                        + " borrower pays next is the guarantor's until its claim is paid. With `order`, the loan's"
                        + " bank is ordered to take the money, and the claim begins when it has: ORDERED, then DONE or"
                        + " FAILED, or HELD where the borrower was quicker and the money is in suspense. Else it was"
                        + " paid already.")
    @PostMapping("/api/v1/loans/{loan}/guarantee-payments")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> guarantee(@PathVariable String loan, @RequestBody GuaranteeBody body, Write write) {
        return new Proposing(asking)
                .propose(
                        loan,
                        body.reason(),
                        is -> new Change.PayGuarantee(
                                books("/guarantor", body.guarantor()),
                                rows(body.rows()),
                                Asking.positive("/amount", body.amount(), is),
                                Optional.ofNullable(body.annualRate())
                                        .map(OwnersController::rate)
                                        .orElse(null),
                                isOrdered(body.order()) ? is.booked().bank() : null),
                        write);
    }

    @Operation(
            operationId = "nameGuarantor",
            summary = "Say who guarantees a loan",
            description = "Beside those of its contract. By two people: what a guarantor pays is its claim.")
    @PostMapping("/api/v1/loans/{loan}/guarantors")
    @Allowed({Role.FINANCE, Role.OPERATIONS})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> name(@PathVariable String loan, @RequestBody GuarantorBody body, Write write) {
        return new Proposing(asking)
                .propose(
                        loan,
                        body.reason(),
                        _ -> new Change.NameGuarantor(books("/guarantor", body.guarantor())),
                        write);
    }

    @Operation(
            operationId = "voidGuarantee",
            summary = "Undo what a guarantor paid",
            description =
                    "Where its money went back. By two people: the claim has never been, and what the borrower has paid"
                            + " since is the lenders'. Its rows may be called again.")
    @PostMapping("/api/v1/loans/{loan}/guarantee-voids")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> voidGuarantee(@PathVariable String loan, @RequestBody VoidBody body, Write write) {
        return new Proposing(asking)
                .propose(
                        loan, body.reason(), _ -> new Change.VoidGuarantee(Asking.text("/claim", body.claim())), write);
    }

    private static boolean isOrdered(@Nullable Boolean order) {
        return Boolean.TRUE.equals(order);
    }

    /** Orders go to banks that have to do with the loan. */
    private static BankId seller(String from, Loan is) {
        var lenders = Funding.orOwn(is.booked().funding()).lenders().stream()
                .map(Funding.Lender::bank)
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(is.booked().bank()), lenders)
                .filter(bank -> BooksId.of(bank.value()).value().equals(from))
                .findFirst()
                .orElseThrow(() -> ValueNotAllowed.at(
                        "/order", "no-bank", "false, since no bank of the loan has these books", "true"));
    }

    private static List<Integer> rows(List<Integer> rows) {
        if (rows.size() > MOST_ROWS || rows.stream().anyMatch(nr -> Objects.isNull(nr) || nr < 1)) {
            throw ValueNotAllowed.at("/rows", "not-allowed", "numbers of rows from 1", "others");
        }
        return rows.stream().distinct().sorted().toList();
    }

    private static Rate rate(BigDecimal perYear) {
        if (perYear.signum() < 0 || perYear.compareTo(BigDecimal.ONE) > 0 || perYear.scale() > MOST_DECIMALS) {
            throw ValueNotAllowed.at(
                    "/annualRate", "not-allowed", "a fraction from 0 to 1, of at most 9 decimals", "another number");
        }
        return new Rate(perYear);
    }

    private static BooksId books(String pointer, String name) {
        if (!BOOKS.matcher(name).matches()) {
            throw ValueNotAllowed.at(pointer, "not-books", "the name of books such as books-own", "another text");
        }
        return new BooksId(name);
    }

    private static BigDecimal share(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > MOST_DECIMALS) {
            throw ValueNotAllowed.at(
                    "/share", "not-allowed", "a fraction above 0 up to 1, of at most 9 decimals", "another number");
        }
        return share;
    }
}
