package tallystick.runtime.web.docs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tallystick.runtime.web.ProblemCatalogue;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.door.Open;

/** The page that a problem's {@code type} opens, for people and for programs. */
@RestController
@RequestMapping("/problems")
@Tag(name = "Problems", description = "What each code of a problem means and what to do about it.")
@Open
class ProblemPages {
    private final ProblemCatalogue catalogue;

    ProblemPages(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Operation(
            operationId = "listProblems",
            summary = "All problem codes",
            description = "Every code an answer can carry, with what to do about it.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Collection<ProblemCode> all() {
        return catalogue.all();
    }

    @Operation(
            operationId = "getProblem",
            summary = "One problem code",
            description = "What a code means and what to do about it, as JSON or as a page.")
    @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    ProblemCode one(@PathVariable String code) {
        return known(code);
    }

    @Operation(hidden = true)
    @GetMapping(path = "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String code) {
        var entry = known(code);
        var title = HtmlUtils.htmlEscape(entry.title());
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
            <h1>%s</h1><p>Code <code>%s</code>, status %d.</p><p>%s</p></html>
            """.formatted(title, title, entry.code(), entry.status(), HtmlUtils.htmlEscape(entry.remedy()));
    }

    private ProblemCode known(String code) {
        return catalogue
                .find(code)
                .orElseThrow(() ->
                        Standard.NOT_FOUND.because("Expected a code of the catalogue; GET /problems lists them."));
    }
}
