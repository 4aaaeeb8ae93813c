package eu.bekaa.standard.testing;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How much of one fault a run gets, and what came of it. A plain build gives small doses; `mvn -Pfaults` gives the
/// full ones, or the share of them that `-Dfaults=0.2` asks for. What is left to chance is drawn from
/// `-Dfaults.seed`, so that a run can be had again.
public final class Dose {
    private static final long USUAL_SEED = 20_261_121;

    private final String fault;
    private final int times;
    private final int full;
    private final boolean small;
    private final long seed;
    private final long begun = System.nanoTime();
    private final Queue<String> losses = new ConcurrentLinkedQueue<>();

    private Dose(String fault, int times, int full, boolean small, long seed) {
        this.fault = fault;
        this.times = times;
        this.full = full;
        this.small = small;
        this.seed = seed;
    }

    /// @param fault what is done to the product, as the report shall call it
    /// @param small how often in a plain build
    /// @param full  how often in a whole run
    public static Dose of(String fault, int small, int full) {
        var share = System.getProperty("standard.faults", "");
        var times = share.isBlank() ? small : Math.max(1, (int) Math.round(full * Double.parseDouble(share)));
        return new Dose(fault, times, full, share.isBlank(), Long.getLong("standard.faults.seed", USUAL_SEED));
    }

    /// How often the fault is to be injected.
    public int times() {
        return times;
    }

    /// Whether it is a plain build's, which has seconds and cannot wait until a lease has lapsed.
    public boolean isSmall() {
        return small;
    }

    /// Everything that this fault leaves to chance; the same for the same seed.
    public Random random() {
        return new Random(seed ^ fault.hashCode());
    }

    /// Notes that something is missing, doubled, or not as it was promised.
    public void lost(String what) {
        losses.add(what);
    }

    public void lost(List<String> what) {
        losses.addAll(what);
    }

    /// What has been lost so far.
    public List<String> losses() {
        return List.copyOf(losses);
    }

    /// Writes the fault's line of the report, as far as it has come.
    /// @param injected how often the fault really happened
    /// @param checked  what was looked at afterwards, for instance `1,200 acknowledged writes`
    public void tell(long injected, String checked) {
        var took = Duration.ofNanos(System.nanoTime() - begun);
        FaultReport.add(new FaultReport.Line(fault, injected, full, checked, losses.size(), took, seed));
    }

    /// Writes the fault's line of the report.
    /// @throws AssertionError naming what was lost, if anything was
    public void report(long injected, String checked) {
        tell(injected, checked);
        if (!losses.isEmpty()) {
            throw new AssertionError(
                    fault + ", seed " + seed + ": " + losses.size() + " losses\n" + String.join("\n", losses));
        }
    }
}
