package tallystick.runtime.web;

import java.util.concurrent.atomic.AtomicInteger;
import tallystick.runtime.operations.Work;
import tallystick.runtime.operations.WorkType;

/** Work that counts to the number it is given, one step at a time, and goes on where it stopped. */
record CountingWork(AtomicInteger counted) implements WorkType {
    @Override
    public String type() {
        return "COUNTING";
    }

    @Override
    public String run(Work work) throws InterruptedException {
        var total = Integer.parseInt(work.input());
        var from = work.reached().isEmpty() ? 0 : Integer.parseInt(work.reached());
        for (var i = from + 1; i <= total; i++) {
            counted.incrementAndGet();
            work.report(i, total, Integer.toString(i));
            Thread.sleep(1);
        }
        return "/api/v1/accounts";
    }
}
