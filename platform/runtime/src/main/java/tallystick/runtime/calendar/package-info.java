/**
 * Work that the calendar starts: cut-offs, sweeps, audits. A context declares a {@link
 * tallystick.runtime.calendar.CalendarJob} bean, the type to read first; clustered Quartz runs each occurrence once on
 * one node. Quartz has connections and transactions of its own and never sees ours. Contexts and runtime may use it.
 */
@NullMarked
package tallystick.runtime.calendar;

import org.jspecify.annotations.NullMarked;
