package tallystick.audit.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.decisions.Audit;
import tallystick.kernel.Refusal;
import tallystick.runtime.decide.Things;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;

/** Notices over HTTP. */
@RestController
@Readers
@Filters("language")
@Tag(name = "Audits")
class NoticesController {
    private final Things things;
    private final Noes noes;

    NoticesController(Things things, Noes noes) {
        this.things = things;
        this.noes = noes;
    }

    @Operation(
            operationId = "getNotice",
            summary = "What an applicant is told who gets nothing, or has to bring something first",
            description =
                    "Who was declined by the rules or by a person, was placed with no lender, or did not take other"
                            + " terms: in English or Chinese (language=en or zh), with what the law of the place wants"
                            + " said and by when. Lenders who said no are named, with the reasons they gave. Who was"
                            + " asked to bring something is told what, until when, and what happens otherwise.")
    @GetMapping("/api/v1/audits/{audit}/decisions/{decision}/notice")
    Notice one(
            @PathVariable String audit,
            @PathVariable int decision,
            @RequestParam(required = false) @Nullable String language) {
        return notice(audit, decision, language);
    }

    @Operation(
            operationId = "getNoticeDocument",
            summary = "The same as PDF",
            description = "Asked for again it is the same, byte for byte.")
    @GetMapping(
            path = "/api/v1/audits/{audit}/decisions/{decision}/notice/document",
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @PathVariable String audit,
            @PathVariable int decision,
            @RequestParam(required = false) @Nullable String language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notice.pdf\"")
                .body(NoticeDocument.of(notice(audit, decision, language)));
    }

    private Notice notice(String audit, int nr, @Nullable String language) {
        var decided = things.find(Audit.class, audit)
                .orElseThrow()
                .state()
                .decisions()
                .get(nr - 1);
        var in = language(language);
        return noes.to(decided)
                .filter(no -> Law.of(decided.asked().jurisdiction(), in).wants(no.occasion()))
                .map(no -> Notice.of(decided, no, in))
                .orElseThrow(() -> new Refusal(
                                "no-notice-owed",
                                "No notice is owed",
                                "Expected decision %d of %s to be a decline; it is %s, nobody has said no since, and nothing is waited for. Nothing has to be said."
                                        .formatted(nr, audit, decided.outcome()),
                                Map.of("outcome", decided.outcome().name()))
                        .asException());
    }

    private static Language language(@Nullable String asked) {
        return switch (asked == null ? "en" : asked) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw ValueNotAllowed.at("/language", "unknown", "en or zh", "another");
        };
    }
}
