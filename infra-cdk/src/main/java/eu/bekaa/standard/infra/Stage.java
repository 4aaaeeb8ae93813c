package eu.bekaa.standard.infra;

import org.jspecify.annotations.Nullable;
import software.constructs.Node;

/// One deployment of the product, as `stages/<name>.properties` describes it.
/// @param name            part of every physical name, so that stages can share an account
/// @param size            how much there is of everything
/// @param domain          the API's own name; null for the one AWS gives it
/// @param alarmEmail      who is told of alarms; null for a topic without readers
/// @param emailFrom       who letters come from, an address that SES knows; null for no letters
/// @param bedrockModel    the model or inference profile that agents ask; null for none
/// @param requestsPerSecond what the API lets through, bursts of twice that
/// @param container       what to run as a container, too; null for nothing, which suffices
/// @param snapshot        the ARN of the backup that the database was made from; null for one that began empty
public record Stage(
        String name,
        Size size,
        @Nullable Domain domain,
        @Nullable String alarmEmail,
        @Nullable String emailFrom,
        @Nullable String bedrockModel,
        int requestsPerSecond,
        @Nullable Container container,
        @Nullable String snapshot) {
    /// @throws IllegalArgumentException when the settings make no sense together
    public Stage {
        if (!name.matches("[a-z][a-z0-9]{1,11}")) {
            throw new IllegalArgumentException("A stage is named by 2 to 12 small letters and digits: " + name);
        }
    }

    /// A name of the API's own.
    /// @param certificate the ARN of its certificate, in the stage's region
    record Domain(String name, String certificate) {
        static @Nullable Domain of(@Nullable String name, @Nullable String certificate) {
            if (name == null && certificate == null) {
                return null;
            }
            if (name == null || certificate == null) {
                throw new IllegalArgumentException("A domain needs its certificate, and a certificate its domain.");
            }
            return new Domain(name, certificate);
        }
    }

    /// A container beside the functions.
    /// @param image       the product in one piece, listening on port 8080
    /// @param certificate the ARN of the load balancer's certificate
    record Container(String image, String certificate) {
        static @Nullable Container of(@Nullable String image, @Nullable String certificate) {
            if (image == null && certificate == null) {
                return null;
            }
            if (image == null || certificate == null) {
                throw new IllegalArgumentException("An image needs a certificate, and a certificate an image.");
            }
            return new Container(image, certificate);
        }
    }

    /// What a stage is for.
    public enum Size {
        /// To try things: small, soon forgotten, removed without a trace.
        TRIAL(0.5, 2, 0, 1, 14, 50),
        /// For people's work: kept, backed up, protected from deletion, with a reader to fail over to.
        WORK(0.5, 16, 1, 35, 365, 500);

        final double leastCapacity;
        final double mostCapacity;
        final int readers;
        final int backupDays;
        final int logDays;
        final int requestsPerSecond;

        Size(
                double leastCapacity,
                double mostCapacity,
                int readers,
                int backupDays,
                int logDays,
                int requestsPerSecond) {
            this.leastCapacity = leastCapacity;
            this.mostCapacity = mostCapacity;
            this.readers = readers;
            this.backupDays = backupDays;
            this.logDays = logDays;
            this.requestsPerSecond = requestsPerSecond;
        }
    }

    /// Reads the stage from the context.
    /// @throws IllegalArgumentException when it has no name or no size
    static Stage of(Node context) {
        var size = size(text(context, "size"));
        var rate = text(context, "requestsPerSecond");
        return new Stage(
                String.valueOf(text(context, "stage")),
                size,
                Domain.of(text(context, "domain"), text(context, "certificate")),
                text(context, "alarmEmail"),
                text(context, "emailFrom"),
                text(context, "bedrockModel"),
                rate == null ? size.requestsPerSecond : Integer.parseInt(rate),
                Container.of(text(context, "image"), text(context, "imageCertificate")),
                text(context, "snapshot"));
    }

    /// The name of a thing in AWS.
    String named(String thing) {
        return "standard-" + name + "-" + thing;
    }

    boolean isKept() {
        return size == Size.WORK;
    }

    private static Size size(@Nullable String word) {
        return switch (word) {
            case "trial" -> Size.TRIAL;
            case "work" -> Size.WORK;
            case null, default ->
                throw new IllegalArgumentException("A stage's size is trial or work, not " + word + ".");
        };
    }

    private static @Nullable String text(Node context, String key) {
        var value = context.tryGetContext(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
