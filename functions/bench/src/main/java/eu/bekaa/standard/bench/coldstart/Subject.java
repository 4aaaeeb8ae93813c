package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.lambdaruntime.Launch;
import java.nio.file.Path;
import java.util.Map;

/// A function that is measured.
/// @param event    what it is asked
/// @param memoryMb what it is given
/// @param image    whether it is started from an image of our own, too
record Subject(String name, String handler, String event, int memoryMb, boolean image) {
    /// What the peers are asked.
    static final String HELLO = request("/hello", "nobody");

    private static final int MEMORY_MB = 1024;
    private static final int MODEL_MB = 2048;
    private static final String API = "eu.bekaa.standard.lambda.ApiFunction";
    private static final String FRAMEWORK = "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";
    private static final String JOB = """
            {"Records":[{"messageId":"1","body":"{\\"job_id\\":\\"019a9c2e-5f00-7c11-8a54-2b6d1f0e9a01\\",\
            \\"organization_id\\":\\"019a9c2e-5e00-7d21-9b64-3c7d2f1e8b02\\",\\"kind\\":\\"%s\\",\
            \\"trace_id\\":\\"cold-start-1\\"}"}]}""";

    static Subject api(String name, String path, String key) {
        return new Subject(name, API, request(path, key), MEMORY_MB, false);
    }

    static Launch plain(Map<String, String> environment) {
        return Launch.of("plain", PlainHandler.class.getName(), environment);
    }

    static Launch hello(Map<String, String> environment) {
        return Launch.of("hello", FRAMEWORK, environment);
    }

    /// The same, with an embedding model to hold.
    Subject withModel() {
        return new Subject(name, handler, event, MODEL_MB, image);
    }

    /// The same, started from an image, too.
    Subject withImage() {
        return new Subject(name, handler, event, memoryMb, true);
    }

    /// A job that nobody has submitted: looked for and not found.
    static Subject jobs(String name, String handler, String kind) {
        return new Subject(name, handler, JOB.formatted(kind), MEMORY_MB, false);
    }

    static Subject schedule() {
        return new Subject("schedules", "eu.bekaa.standard.function.schedules.ScheduleHandler", """
                {"version":"0","id":"1","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000",\
                "time":"2026-01-15T09:31:00Z","region":"eu-central-1",\
                "resources":["arn:aws:events:eu-central-1:000000000000:rule/standard-every-minute"],"detail":{}}""", MEMORY_MB, false);
    }

    Path zip(String platform) {
        return Path.of("functions", name, "target", "functions-" + name + "-" + platform + ".zip");
    }

    private static String request(String path, String key) {
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"",\
                "headers":{"accept":"*/*","host":"localhost","authorization":"Bearer %s"},\
                "requestContext":{"http":{"method":"GET","path":"%s","protocol":"HTTP/1.1","sourceIp":"127.0.0.1",\
                "userAgent":"bench"},"requestId":"1","routeKey":"$default","stage":"$default","timeEpoch":1768469460000},\
                "isBase64Encoded":false}""".formatted(path, key, path);
    }
}
