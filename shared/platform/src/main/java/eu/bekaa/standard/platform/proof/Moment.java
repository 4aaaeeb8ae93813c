package eu.bekaa.standard.platform.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A moment in the one spelling that is signed: UTC, six digits of a second.
final class Moment {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Moment() {}

    static String text(Instant moment) {
        return MICROSECONDS.format(moment);
    }
}
