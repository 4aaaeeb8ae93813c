package eu.bekaa.standard.lambdaruntime;

import java.util.Map;

/// What a deployment tells every function, with embedded parts in the place of AWS.
/// @param database the JDBC address
/// @param queues   the address of the SQS server
/// @param objects  the address of the S3 server
public record Variables(
        String database, String queues, String objects, String region, String accessKey, String secretKey) {
    public Map<String, String> environment() {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", database,
                "AWS_REGION", region,
                "AWS_ACCESS_KEY_ID", accessKey,
                "AWS_SECRET_ACCESS_KEY", secretKey,
                "AWS_SERVICES_SQS_ENDPOINT_OVERRIDE", queues,
                "AWS_SERVICES_S3_ENDPOINT_OVERRIDE", objects,
                "AWS_S3_PATH_STYLE_ACCESS_ENABLED", "true",
                "STANDARD_STORAGE_BUCKET", "standard");
    }

    @Override
    public String toString() {
        return database;
    }
}
