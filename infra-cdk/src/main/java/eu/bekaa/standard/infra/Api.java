package eu.bekaa.standard.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The HTTP API: routes by prefix, one function each. It has no authorizer. The product takes sessions, machine keys
/// and tokens, which only the database can judge; a second function in front would ask it twice per request, or cache
/// the answer and honour a revoked key until the cache forgets.
final class Api extends Construct {
    private static final String ACCESS = """
            {"time":"$context.requestTime","request_id":"$context.requestId","ip":"$context.identity.sourceIp",\
            "method":"$context.httpMethod","route":"$context.routeKey","path":"$context.path",\
            "status":"$context.status","bytes":"$context.responseLength","ms":"$context.responseLatency",\
            "integration_ms":"$context.integrationLatency","integration_error":"$context.integrationErrorMessage",\
            "user_agent":"$context.identity.userAgent"}""";

    final HttpApi api;
    final HttpStage stage;

    Api(Construct scope, Stage stage, List<ProductFunction> functions) {
        super(scope, "Api");
        api = HttpApi.Builder.create(this, "Http")
                .apiName(stage.named("api"))
                .description("Standard, " + stage.name())
                .createDefaultStage(false)
                .disableExecuteApiEndpoint(stage.domain() != null)
                .build();
        functions.forEach(this::route);
        var accesses = LogGroup.Builder.create(this, "Accesses")
                .retention(Logs.retention(stage))
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        this.stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(stage.requestsPerSecond())
                        .burstLimit(2 * stage.requestsPerSecond())
                        .build())
                .accessLogSettings(new AccessLog(accesses))
                .build();
        name(stage);
    }

    private record AccessLog(LogGroup group) implements IAccessLogSettings {
        @Override
        public LogGroupLogDestination getDestination() {
            return new LogGroupLogDestination(group);
        }

        @Override
        public AccessLogFormat getFormat() {
            return AccessLogFormat.custom(ACCESS);
        }
    }

    private void route(ProductFunction function) {
        if (function.deployable.trigger() instanceof Trigger.Requests requests) {
            // one permission for the whole API: a function's policy ends at 20 KB, which a permission per route exceeds
            var integration = new HttpLambdaIntegration(
                    function.deployable.name(),
                    function.alias,
                    HttpLambdaIntegrationProps.builder()
                            .scopePermissionToRoute(false)
                            .build());
            requests.paths().forEach(path -> route(path, integration));
            if (function.deployable.name().equals(Deployables.FALLBACK)) {
                route("/{proxy+}", integration);
            }
        }
    }

    private void route(String path, HttpLambdaIntegration integration) {
        api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                .methods(List.of(HttpMethod.ANY))
                .integration(integration)
                .build());
    }

    private void name(Stage stage) {
        var own = stage.domain();
        if (own == null) {
            CfnOutput.Builder.create(this, "Url").value(api.getApiEndpoint()).build();
            return;
        }
        var domain = DomainName.Builder.create(this, "Domain")
                .domainName(own.name())
                .certificate(Certificate.fromCertificateArn(this, "Certificate", own.certificate()))
                .build();
        ApiMapping.Builder.create(this, "Mapping")
                .api(api)
                .domainName(domain)
                .stage(this.stage)
                .build();
        CfnOutput.Builder.create(this, "Url").value("https://" + own.name()).build();
        // to be entered as an alias where the domain's records are kept
        CfnOutput.Builder.create(this, "Alias")
                .value(domain.getRegionalDomainName())
                .build();
    }
}
