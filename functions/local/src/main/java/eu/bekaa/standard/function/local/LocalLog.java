package eu.bekaa.standard.function.local;

import org.slf4j.LoggerFactory;

/// Keeps loggers out of [Main], which must first say where they write.
final class LocalLog {
    private LocalLog() {}

    static void startFailed(Exception failure) {
        LoggerFactory.getLogger(Main.class).info("The platform did not start", failure);
    }
}
