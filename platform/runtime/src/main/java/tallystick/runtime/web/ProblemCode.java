package tallystick.runtime.web;

/**
 * One entry of the catalogue, and so one page under {@code /problems}.
 *
 * @param remedy what the caller can do about it
 */
public record ProblemCode(String code, int status, String title, String remedy) {
    static ProblemCode of(Standard kind) {
        return new ProblemCode(kind.code(), kind.status(), kind.title(), kind.remedy());
    }
}
