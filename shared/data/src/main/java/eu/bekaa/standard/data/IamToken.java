package eu.bekaa.standard.data;

import java.time.Duration;
import java.util.Properties;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// What the driver shows instead of a password where the JDBC address asks for it
/// (`authenticationPluginClassName=eu.bekaa.standard.data.IamToken`): a request to connect, signed with the credentials
/// of the function it runs in. A token opens connections for fifteen minutes, so each new connection gets its own, and
/// none is carried across a snapshot.
public final class IamToken implements AuthenticationPlugin {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final String host;
    private final int port;
    private final String user;

    /// Made by the driver for each connection.
    /// @param connection the driver's settings for it
    public IamToken(Properties connection) {
        host = connection.getProperty("PGHOST");
        port = Integer.parseInt(connection.getProperty("PGPORT"));
        user = connection.getProperty("user");
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) {
        try (var credentials = DefaultCredentialsProvider.builder().build()) {
            var signed = AwsV4HttpSigner.create()
                    .sign(sign -> sign.identity(credentials.resolveCredentials())
                            .request(request())
                            .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                            .putProperty(
                                    AwsV4HttpSigner.REGION_NAME,
                                    new DefaultAwsRegionProviderChain()
                                            .getRegion()
                                            .id())
                            .putProperty(
                                    AwsV4FamilyHttpSigner.AUTH_LOCATION,
                                    AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                            .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LIFE));
            return signed.request()
                    .getUri()
                    .toString()
                    .substring("https://".length())
                    .toCharArray();
        }
    }

    private SdkHttpRequest request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(host)
                .port(port)
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("DBUser", user)
                .build();
    }
}
