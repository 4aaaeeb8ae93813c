package eu.bekaa.standard.function.local;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a thread step back. Java's own thread priorities have no effect on Linux, the kernel's niceness has, per
/// thread.
final class Niceness {
    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);
    private static final int THIS_THREAD = 0;
    private static final int PRIO_PROCESS = 0;
    private static final int NICE = 10;

    private Niceness() {}

    /// From now on the calling thread gets about a tenth of a processor that another wants too. Elsewhere than on Linux
    /// nothing changes.
    static void yieldToOthers() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        try {
            int result = (int) setPriority().invokeExact(PRIO_PROCESS, THIS_THREAD, NICE);
            LOG.debug("Niceness set: {}", result == 0);
        } catch (Throwable unavailable) {
            LOG.info("The niceness of {} stays as it is", Thread.currentThread().getName(), unavailable);
        }
    }

    private static MethodHandle setPriority() {
        var linker = Linker.nativeLinker();
        var symbol = linker.defaultLookup().find("setpriority").orElseThrow();
        return linker.downcallHandle(
                symbol,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }
}
