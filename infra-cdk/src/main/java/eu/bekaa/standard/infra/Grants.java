package eu.bekaa.standard.infra;

import static eu.bekaa.standard.infra.ProductFunction.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Turns permissions into policy statements.
final class Grants {
    private final DataStack data;
    private final StorageStack storage;

    Grants(DataStack data, StorageStack storage) {
        this.data = data;
        this.storage = storage;
    }

    /// Everyone works on the database, as the application role; the rest is as listed.
    List<PolicyStatement> statements(Collection<Permission> permissions) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(statement(List.of("rds-db:connect"), List.of(data.userOfProxy(Databases.APPLICATION))));
        permissions.stream()
                // a matter of the network
                .filter(permission -> !(permission instanceof Permission.GoOut))
                .sorted(Comparator.comparing(Object::toString))
                .map(this::of)
                .forEach(statements::add);
        var key = keyActions(permissions);
        if (!key.isEmpty()) {
            statements.add(statement(key, List.of(storage.key.getKeyArn())));
        }
        return statements;
    }

    private PolicyStatement of(Permission permission) {
        return switch (permission) {
            case Permission.Read read -> statement(List.of("s3:GetObject"), objects(read.area()));
            case Permission.Write write ->
                statement(List.of("s3:PutObject", "s3:AbortMultipartUpload"), objects(write.area()));
            case Permission.Delete delete -> statement(List.of("s3:DeleteObject"), objects(delete.area()));
            case Permission.List list -> listing(list.prefix());
            case Permission.Ring ring ->
                statement(
                        List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
                        List.of(storage.queue(ring.queue()).getQueueArn()));
            case Permission.GoOut goOut -> throw new IllegalArgumentException("No policy opens the network.");
        };
    }

    /// A question about one object states no prefix and must pass, too.
    private PolicyStatement listing(String prefix) {
        return PolicyStatement.Builder.create()
                .actions(List.of("s3:ListBucket"))
                .resources(List.of(storage.bucket.getBucketArn()))
                .conditions(Map.of("StringLikeIfExists", Map.of("s3:prefix", prefix + "*")))
                .build();
    }

    private List<String> objects(Area area) {
        return List.of(storage.bucket.arnForObjects(area.keys()));
    }

    private static List<String> keyActions(Collection<Permission> permissions) {
        var actions = new ArrayList<String>();
        if (permissions.stream().anyMatch(Permission.Read.class::isInstance)) {
            actions.add("kms:Decrypt");
        }
        if (permissions.stream().anyMatch(Permission.Write.class::isInstance)) {
            actions.add("kms:GenerateDataKey");
        }
        return actions;
    }
}
