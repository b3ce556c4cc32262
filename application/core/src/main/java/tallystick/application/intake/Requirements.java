package tallystick.application.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import tallystick.application.api.Draft.Liability;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.ProductData;
import tallystick.application.intake.Programmes.Open;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** What is still missing in a draft: for handing it in, and for each programme that is still possible. Pure. */
final class Requirements {
    private static final List<String> ALWAYS = List.of(
            "amount",
            "count",
            "applicant.name",
            "applicant.nationalId",
            "applicant.phone",
            "applicant.birthDate",
            "applicant.monthlyIncome",
            "applicant.payoutAccount");
    private static final List<String> SECURED =
            List.of("collateral.kind", "collateral.vin", "collateral.price", "collateral.valuation");

    private static final List<String> BESIDE = List.of("name", "nationalId", "phone", "birthDate", "liability");

    private final DraftBody body;
    private final JsonNode entered;
    private final ProductData product;

    Requirements(DraftBody body, ProductData product) {
        this.body = body;
        this.entered = WebJson.get().valueToTree(body);
        this.product = product;
    }

    /** A programme, and what it would want beyond what everybody wants. */
    record Wanting(String programme, List<String> missing) {
        Wanting {
            missing = List.copyOf(missing);
        }
    }

    /** Without these nobody takes the application. */
    List<Missing> forAll(List<Open> open) {
        var programmes = open.stream().map(Open::name).toList();
        return missing(fields())
                .map(pointer -> new Missing(pointer, programmes))
                .toList();
    }

    /** What else would make each programme possible. */
    List<Wanting> forEach(List<Open> open) {
        var all = fields();
        return open.stream()
                .map(programme -> new Wanting(
                        programme.name(),
                        missing(programme.requires().stream()
                                        .filter(field -> !all.contains(field))
                                        .toList())
                                .toList()))
                .toList();
    }

    private List<String> fields() {
        var fields = new LinkedHashSet<>(ALWAYS);
        if (product.collateral() != null) {
            fields.addAll(SECURED);
        }
        fields.addAll(product.required().fields());
        for (var n = 0; n < body.others().size(); n++) {
            var person = "coApplicants." + n + ".";
            BESIDE.forEach(field -> fields.add(person + field));
            if (body.others().get(n).liability() == Liability.BORROWER) {
                fields.add(person + "monthlyIncome");
            }
        }
        return new ArrayList<>(fields);
    }

    private Stream<String> missing(List<String> fields) {
        return fields.stream()
                .map(field -> "/" + field.replace('.', '/'))
                .filter(pointer -> isEmpty(entered.at(pointer)));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
