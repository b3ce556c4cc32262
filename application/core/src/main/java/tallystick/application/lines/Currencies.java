package tallystick.application.lines;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.products.Product;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.ProductId;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.web.ValueNotAllowed;

/** A line lends in the currency of the product that its programme serves; whichever of the two is written down first. */
public final class Currencies {
    private final Things things;
    private final JdbcClient database;

    Currencies(Things things, JdbcClient database) {
        this.things = things;
        this.database = database;
    }

    /** @throws ValueNotAllowed when a line of that name is there and lends another currency than the product */
    public void mustSuit(String pointer, String line, String product) {
        var lent = things.find(FundingLine.class, FundingLineId.named(line).value())
                .map(found -> found.state().limit().currency().getCurrencyCode());
        var wanted = of(product);
        if (lent.isPresent() && wanted.isPresent() && !lent.equals(wanted)) {
            throw ValueNotAllowed.at(pointer, "another-currency", "a line in " + wanted.get(), "one in " + lent.get());
        }
    }

    /** @throws ValueNotAllowed when the programme is there and serves a product in another currency */
    void mustServe(String programme, String currency) {
        var wanted = database.sql("select data ->> 'product' from application.programmes_v1 where id = ?")
                .param(ProgrammeId.named(programme).value())
                .query(String.class)
                .optional()
                .flatMap(this::of);
        if (wanted.isPresent() && !wanted.get().equals(currency)) {
            throw ValueNotAllowed.at("/currency", "another-currency", wanted.get(), currency);
        }
    }

    private Optional<String> of(String product) {
        return things.find(Product.class, ProductId.named(product).value())
                .map(Decided::state)
                .map(known -> known.versions().getLast().data().currency());
    }
}
