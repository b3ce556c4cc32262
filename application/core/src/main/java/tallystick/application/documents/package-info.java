/**
 * Documents of applications: named by the hash of their bytes, judged by what the bytes are, sealed, never shown inside a
 * page. Start at {@link tallystick.application.documents.DocumentsController}; who scans for harm gives a bean of {@link
 * tallystick.application.documents.DocumentScan}.
 */
@NullMarked
package tallystick.application.documents;

import org.jspecify.annotations.NullMarked;
