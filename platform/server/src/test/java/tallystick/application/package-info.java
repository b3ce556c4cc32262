/** The application context over HTTP and with its database, feature by feature. */
@org.jspecify.annotations.NullMarked
package tallystick.application;
