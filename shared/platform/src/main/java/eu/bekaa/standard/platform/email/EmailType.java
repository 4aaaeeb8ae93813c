package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.Word;
import java.util.List;

/// What letters there are, and the variables that each declares. A variable that ends in `_url` holds an address.
public enum EmailType {
    WELCOME("name", "organization", "sign_in_url"),
    VERIFICATION("name", "verification_url"),
    APPROVAL_REQUEST("name", "organization", "artifact", "approval_url"),
    STATE_CHANGE("name", "organization", "assessment", "from_state", "to_state", "assessment_url"),
    REPORT_READY("name", "organization", "report_type", "report_url"),
    SECURITY_ALERT("name", "organization", "alert", "details", "occurred_at");

    private final List<String> variables;

    EmailType(String... variables) {
        this.variables = List.of(variables);
    }

    public List<String> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
