package tallystick.runtime.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat refuses before any of our code runs - a broken request line, bad headers, an encoded slash - leaves as a
 * problem too. Made by Tomcat itself, by name.
 */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var kind = Standard.forStatus(response.getStatus());
        try {
            // The connector's facade may be closed for writing after an error; suspended answers are not ours.
            response.setSuspended(false);
            Problems.write(request, response, kind.with(kind.remedy()));
        } catch (IOException | IllegalStateException gone) {
            log.debug("The caller went away before status {} could be explained.", kind.status(), gone);
        }
    }
}
