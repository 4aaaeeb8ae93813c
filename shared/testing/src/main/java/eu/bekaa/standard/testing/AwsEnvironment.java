package eu.bekaa.standard.testing;

/// Where the end-to-end test runs. The build says which by `-Dstandard.aws`; the product is never told.
public enum AwsEnvironment {
    /// The servers that are part of the local platform: the default.
    EMBEDDED,
    /// S3 and SQS of a LocalStack in a container: `mvn -Plocalstack`.
    LOCALSTACK,
    /// A stage that is deployed: `mvn -Paws`, with its address and sign-ins in the environment, named as in
    /// `standard.env`.
    ACCOUNT;

    /// @throws IllegalArgumentException for a name that is none of these
    public static AwsEnvironment chosen() {
        var named = System.getProperty("standard.aws", "");
        for (AwsEnvironment environment : values()) {
            if (environment.name().equalsIgnoreCase(named.isBlank() ? EMBEDDED.name() : named)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("standard.aws is embedded, localstack or account, not " + named + ".");
    }
}
