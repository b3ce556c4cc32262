package tallystick.application.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.AttachDocument;
import tallystick.application.api.Document;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Sha256;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.MaxBody;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Documents over HTTP. */
@RestController
@Tag(name = "Documents", description = "What proves an application: by content hash, judged by its bytes.")
class DocumentsController {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentsController.class);
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final Things things;
    private final DocumentVault vault;
    private final DocumentScan scan;
    private final InstantSource clock;

    DocumentsController(Things things, DocumentVault vault, DocumentScan scan, InstantSource clock) {
        this.things = things;
        this.vault = vault;
        this.scan = scan;
        this.clock = clock;
    }

    record Items(List<Document> items) {}

    @Operation(
            operationId = "attachDocument",
            summary = "Attach a document",
            description =
                    "A PDF, JPEG or PNG of at most 20 MiB as the body. What it is, is told by its bytes: a type that"
                            + " they contradict is refused, and so is a PDF with programs or files in it.")
    @PostMapping(
            path = "/api/v1/applications/{application}/documents/{kind}",
            consumes = {"application/pdf", "image/jpeg", "image/png"})
    @Allowed(Role.OFFICER)
    @MaxBody(MOST_BYTES)
    @Shows(Items.class)
    ResponseEntity<byte[]> attach(
            @PathVariable String application,
            @PathVariable String kind,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String declared,
            @RequestBody byte[] body,
            Write write) {
        return write.<Application>change(
                "application",
                application,
                Application.class,
                () -> new AttachDocument(
                        new ApplicationId(application),
                        kept(application, kind, declared, body),
                        write.by(),
                        clock.instant()),
                decided -> new Items(decided.state().documents()));
    }

    /** Bytes that are kept and then refused by the application stay unreachable: nothing names them. */
    private Document kept(String application, String kind, String declared, byte[] bytes) {
        var type = FileType.of(bytes).orElseThrow(() -> wrong("not-a-document", "a PDF, JPEG or PNG", "other bytes"));
        if (!MediaType.parseMediaType(type.mediaType()).includes(MediaType.parseMediaType(declared))) {
            throw wrong("not-what-it-says", "the content type " + type.mediaType(), "another one");
        }
        if (type.isActive(bytes)) {
            throw wrong("active-content", "a PDF without programs and attached files", "some");
        }
        var scanned = scan.scan(bytes);
        if (scanned == DocumentScan.Result.HARMFUL) {
            throw wrong("harmful", "a document without harm in it", "what the scanner knows as harmful");
        }
        var hash = Sha256.hex(bytes);
        vault.keep(application, hash, bytes);
        return new Document(hash, kind, type.mediaType(), bytes.length, scanned == DocumentScan.Result.CLEAN);
    }

    private static ValueNotAllowed wrong(String code, String expected, String found) {
        return ValueNotAllowed.at("/content", code, expected, found);
    }

    @Operation(
            operationId = "listDocuments",
            summary = "Documents",
            description = "In the order in which they were attached.")
    @GetMapping("/api/v1/applications/{application}/documents")
    @Readers
    Items list(@PathVariable String application) {
        return new Items(found(application).documents());
    }

    @Operation(
            operationId = "getDocument",
            summary = "The bytes of a document",
            description =
                    "Only for those who may see personal data, with the purpose in Pii-Purpose, which is logged. Always"
                            + " a download, never shown inside a page.")
    @GetMapping(
            path = "/api/v1/applications/{application}/documents/{kind}/{document}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Readers
    ResponseEntity<byte[]> one(
            @PathVariable String application,
            @PathVariable String kind,
            @PathVariable String document,
            @RequestHeader(name = "Pii-Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        if (purpose == null || purpose.isBlank() || !caller.may("pii:read")) {
            throw Standard.FORBIDDEN.because(
                    "Expected the right pii:read and a purpose in Pii-Purpose; one of them is missing.");
        }
        LOG.info("{} reads document {} of {}", caller.name(), document, application);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(kind))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(vault.bytes(application, document)
                        .orElseThrow(() -> Standard.NOT_FOUND.because("Expected the bytes; they were erased.")));
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
