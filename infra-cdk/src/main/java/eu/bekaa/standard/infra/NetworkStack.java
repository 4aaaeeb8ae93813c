package eu.bekaa.standard.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The network: functions and database in subnets without a way out, which reach S3, SQS and Secrets Manager by
/// endpoints. The functions that must call addresses on the internet live apart, behind one gateway.
final class NetworkStack extends Stack {
    static final String FUNCTIONS = "functions";
    static final String OUTWARD = "outward";
    static final String DATABASE = "database";
    static final String PUBLIC = "public";

    private static final int HTTPS = 443;

    final Vpc vpc;
    /// What the functions bear.
    final SecurityGroup functions;

    NetworkStack(Construct scope, Stage stage, StackProps properties) {
        super(scope, stage.named("network"), properties);
        vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.42.0.0/16"))
                .maxAzs(2)
                .natGateways(1)
                .subnetConfiguration(List.of(
                        subnets(FUNCTIONS, SubnetType.PRIVATE_ISOLATED, 20),
                        subnets(DATABASE, SubnetType.PRIVATE_ISOLATED, 24),
                        subnets(OUTWARD, SubnetType.PRIVATE_WITH_EGRESS, 24),
                        subnets(PUBLIC, SubnetType.PUBLIC, 27)))
                .build();
        functions = SecurityGroup.Builder.create(this, "Functions")
                .vpc(vpc)
                .description("Functions of Standard")
                .allowAllOutbound(false)
                .build();
        vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        // S3 has no fixed addresses; what the subnet has no route to is out of reach all the same
        functions.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "S3, the endpoints, and who goes out");
        functions.addEgressRule(Peer.ipv4(vpc.getVpcCidrBlock()), Port.tcp(DataStack.PORT), "Database");
        endpoint("Sqs", InterfaceVpcEndpointAwsService.SQS);
        endpoint("Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
        vpc.addFlowLog(
                "FlowLog",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(LogGroup.Builder.create(this, "FlowLogs")
                                .retention(Logs.retention(stage))
                                .removalPolicy(RemovalPolicy.DESTROY)
                                .build()))
                        .build());
    }

    /// The subnets of that name.
    static SubnetSelection subnets(String name) {
        return SubnetSelection.builder().subnetGroupName(name).build();
    }

    private void endpoint(String id, InterfaceVpcEndpointAwsService service) {
        var entrance = SecurityGroup.Builder.create(this, id + "Entrance")
                .vpc(vpc)
                .description("Entrance to " + id)
                .allowAllOutbound(false)
                .build();
        entrance.addIngressRule(functions, Port.tcp(HTTPS), "Functions");
        vpc.addInterfaceEndpoint(
                id,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(subnets(FUNCTIONS))
                        .securityGroups(List.of(entrance))
                        .open(false)
                        .build());
    }

    private static SubnetConfiguration subnets(String name, SubnetType type, int mask) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(mask)
                .build();
    }
}
