package eu.bekaa.standard.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// The driver by which the pool connects. A server that refuses, or is still starting, is asked again ten times a
/// second: the pool by itself pauses longer after each failure, up to five seconds, and would keep its clients waiting
/// when the database has long been back. They wait no longer for that; each gives up after its own time.
public final class PatientDriver extends Driver {
    /// The property that says for how many seconds; a connection without it is the plain driver's.
    static final String PATIENCE = "patience";

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String UNREACHABLE = "08001";
    private static final String STARTING = "57P03";

    // the pool looks for it by its name among those that have made themselves known
    static {
        try {
            DriverManager.registerDriver(new PatientDriver());
        } catch (SQLException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /// Made by the driver manager.
    public PatientDriver() {}

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
        var patience = info == null ? null : info.getProperty(PATIENCE);
        if (patience == null) {
            return null;
        }
        var end =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(patience)).toNanos();
        while (true) {
            try {
                return super.connect(url, info);
            } catch (SQLException failure) {
                var away = UNREACHABLE.equals(failure.getSQLState()) || STARTING.equals(failure.getSQLState());
                if (!away || System.nanoTime() >= end || !paused()) {
                    throw failure;
                }
            }
        }
    }

    /// @return false when the pool is being closed
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
