package eu.bekaa.standard.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The database's own driver, which keeps account of what is sent through it. A batch is one statement: it is sent at
/// once.
public final class CountingDriver implements Driver {
    /// The text of every statement, in the order of sending.
    public static final List<String> SENT = new CopyOnWriteArrayList<>();

    private final Driver driver;

    public CountingDriver() {
        this.driver = DriverManager.drivers()
                .filter(each -> each.getClass().getName().startsWith("org.postgresql"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        var connection = driver.connect(url, info);
        return connection == null ? null : (Connection) counted(Connection.class, connection, "");
    }

    /// @param sql what a prepared statement was prepared for
    private static Object counted(Class<?> type, Object target, String sql) {
        return Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                            ? given
                            : sql;
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        SENT.add(text);
                    }
                    try {
                        var result = method.invoke(target, arguments);
                        return result instanceof Statement && target instanceof Connection
                                ? counted(method.getReturnType(), result, text)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
