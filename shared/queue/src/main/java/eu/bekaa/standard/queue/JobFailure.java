package eu.bekaa.standard.queue;

/// The work cannot be done, now or later.
public final class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code        for programs, for instance `ENCRYPTED_FILE`
    /// @param safeMessage for people; holds no secret and no document text
    public JobFailure(String code, String safeMessage) {
        super(safeMessage, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
