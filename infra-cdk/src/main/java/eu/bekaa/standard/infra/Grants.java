package eu.bekaa.standard.infra;

import static eu.bekaa.standard.infra.ProductFunction.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Turns permissions into policy statements.
final class Grants {
    private final Stage stage;
    private final DataStack data;
    private final StorageStack storage;

    Grants(Stage stage, DataStack data, StorageStack storage) {
        this.stage = stage;
        this.data = data;
        this.storage = storage;
    }

    /// Everyone works on the database, as the application role; the rest is as listed.
    List<PolicyStatement> statements(Collection<Permission> permissions) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(statement(List.of("rds-db:connect"), List.of(data.userOfProxy(Databases.APPLICATION))));
        permissions.stream()
                .sorted(Comparator.comparing(Object::toString))
                .flatMap(permission -> of(permission).stream())
                .forEach(statements::add);
        var key = keyActions(permissions);
        if (!key.isEmpty()) {
            statements.add(statement(key, List.of(storage.key.getKeyArn())));
        }
        return statements;
    }

    private Optional<PolicyStatement> of(Permission permission) {
        return switch (permission) {
            case Permission.Read read -> Optional.of(statement(List.of("s3:GetObject"), objects(read.area())));
            case Permission.Write write ->
                Optional.of(statement(List.of("s3:PutObject", "s3:AbortMultipartUpload"), objects(write.area())));
            case Permission.Delete delete -> Optional.of(statement(List.of("s3:DeleteObject"), objects(delete.area())));
            case Permission.List list -> Optional.of(listing(list.prefix()));
            case Permission.Ring ring ->
                Optional.of(statement(
                        List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
                        List.of(storage.queue(ring.queue()).getQueueArn())));
            case Permission.KeepSecrets keep ->
                Optional.of(
                        statement(List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(storage.secrets.getKeyArn())));
            case Permission.Sign sign ->
                Optional.of(statement(List.of("kms:GetPublicKey", "kms:Sign"), List.of(storage.signing.getKeyArn())));
            case Permission.SendMail send ->
                Optional.ofNullable(stage.emailFrom()).map(Grants::sending);
            case Permission.AskModel ask ->
                Optional.ofNullable(stage.bedrockModel()).map(Grants::asking);
            // a matter of the network
            case Permission.GoOut goOut -> Optional.empty();
        };
    }

    /// Whoever sends, sends as the product and as nobody else.
    private static PolicyStatement sending(String from) {
        return PolicyStatement.Builder.create()
                .actions(List.of("ses:SendEmail", "ses:SendRawEmail"))
                .resources(List.of("arn:aws:ses:*:*:identity/*"))
                .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", from)))
                .build();
    }

    /// The stage's model and no other; an inference profile, named by its geography first, asks it in whichever of its
    /// regions has room.
    private static PolicyStatement asking(String model) {
        return statement(
                List.of("bedrock:InvokeModel"),
                List.of(
                        "arn:aws:bedrock:*::foundation-model/"
                                + model.replaceFirst("^(us|eu|apac|jp|au|global)\\.", ""),
                        "arn:aws:bedrock:*:*:inference-profile/" + model));
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
