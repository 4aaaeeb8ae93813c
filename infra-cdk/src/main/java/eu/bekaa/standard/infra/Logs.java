package eu.bekaa.standard.infra;

import software.amazon.awscdk.services.logs.RetentionDays;

/// How long logs are kept.
final class Logs {
    private Logs() {}

    static RetentionDays retention(Stage stage) {
        return switch (stage.size()) {
            case TRIAL -> RetentionDays.TWO_WEEKS;
            case WORK -> RetentionDays.ONE_YEAR;
        };
    }
}
