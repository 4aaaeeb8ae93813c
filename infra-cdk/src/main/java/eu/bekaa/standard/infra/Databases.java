package eu.bekaa.standard.infra;

/// How functions find the database.
final class Databases {
    static final String NAME = "standard";
    /// What the product logs in as; owns nothing.
    static final String APPLICATION = "standard_app";
    /// Owns the schema and runs the migrations.
    static final String OWNER = "standard_owner";

    private Databases() {}

    /// A JDBC address without a password: the driver asks for a fresh token whenever it opens a connection. The proxy's
    /// certificate is signed by a public authority that Java knows.
    static String url(String host, String role) {
        return "jdbc:postgresql://" + host + ":" + DataStack.PORT + "/" + NAME + "?user=" + role
                + "&sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
                + "&authenticationPluginClassName=eu.bekaa.standard.data.IamToken";
    }

    /// Where the administrator makes roles and the database; past the proxy, which knows no passwords. The server's
    /// certificate is signed by RDS itself, and what is shown to it is a proof of the password, not the password.
    static String adminUrl(String host) {
        return "jdbc:postgresql://" + host + ":" + DataStack.PORT + "/postgres?sslmode=require&channelBinding=require";
    }
}
