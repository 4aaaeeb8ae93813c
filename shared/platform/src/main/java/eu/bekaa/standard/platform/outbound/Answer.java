package eu.bekaa.standard.platform.outbound;

/// What a customer's server answered.
/// @param body its beginning, at most 2,000 characters
public record Answer(int status, String body) {
    /// Redirects are no success, and are not followed.
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
