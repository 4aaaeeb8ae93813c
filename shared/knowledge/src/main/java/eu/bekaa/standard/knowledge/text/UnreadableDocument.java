package eu.bekaa.standard.knowledge.text;

/// A document that cannot be read, however often it is tried. The message is for the person who uploaded it.
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why a document cannot be read.
    public enum Reason {
        FILE_ENCRYPTED("The file is protected by a password. Remove the protection and upload it again."),
        FILE_DAMAGED("The file is damaged or not what its name says, so that no text can be read from it."),
        FILE_UNSAFE("The file contains constructs that are not safe to open."),
        FILE_LIMIT_EXCEEDED(
                "The file unpacks to more than can be read: 200 MB, 1,000 entries and 100 times its size at most."),
        TIME_LIMIT_EXCEEDED("The file takes too long to read. Split it or save it anew."),
        NO_TEXT("The file contains no text, for example because its pages are images.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    public UnreadableDocument(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    /// @param detail where the trouble lies; shown to users, so never the file's own text
    public UnreadableDocument(Reason reason, String detail) {
        super(reason.message + " " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
