package eu.bekaa.standard.platform.email;

/// The product's own wording.
final class Defaults {
    private Defaults() {}

    static Wording of(EmailType type) {
        return switch (type) {
            case WELCOME ->
                letter(
                        "Welcome to {{organization}} on Standard",
                        "you are now a member of {{organization}}. Sign in to begin:",
                        "sign_in_url",
                        "Sign in");
            case VERIFICATION ->
                letter(
                        "Confirm your address",
                        "please confirm that this address is yours. If you did not ask for this, ignore this letter.",
                        "verification_url",
                        "Confirm the address");
            case APPROVAL_REQUEST ->
                letter(
                        "{{artifact}} waits for your decision",
                        "{{artifact}} of an assessment of {{organization}} was submitted for review and waits for your "
                                + "decision. Nothing is decided by waiting.",
                        "approval_url",
                        "Look at it");
            case STATE_CHANGE ->
                letter(
                        "{{assessment}}: {{to_state}}",
                        "the assessment {{assessment}} of {{organization}} went from {{from_state}} to {{to_state}}.",
                        "assessment_url",
                        "Open the assessment");
            case REPORT_READY ->
                letter(
                        "Your report is ready",
                        "the report ({{report_type}}) that you asked for at {{organization}} is ready.",
                        "report_url",
                        "Open the report");
            case SECURITY_ALERT -> new Wording("Security alert at {{organization}}: {{alert}}", """
                        <p>Dear {{name}},</p>
                        <p>{{details}}</p>
                        <p>Alert: {{alert}}<br>At: {{occurred_at}}</p>
                        """, """
                        Dear {{name}},

                        {{details}}

                        Alert: {{alert}}
                        At: {{occurred_at}}
                        """);
        };
    }

    private static Wording letter(String subject, String sentence, String link, String label) {
        return new Wording(
                subject,
                "<p>Dear {{name}},</p>\n<p>" + sentence + "</p>\n<p><a href=\"{{" + link + "}}\">" + label
                        + "</a></p>\n",
                "Dear {{name}},\n\n" + sentence + "\n\n" + label + ": {{" + link + "}}\n");
    }
}
