package tallystick.bench;

/** Measures one bar and what it is compared with, in one run. */
interface Measurement {
    void run(Options options, Report report) throws Exception;
}
