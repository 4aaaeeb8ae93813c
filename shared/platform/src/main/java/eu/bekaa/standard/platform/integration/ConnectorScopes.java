package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.authority.KeyScope;
import java.util.List;

/// What a connector can be given: to read, and to bring documents. It neither approves nor writes an artifact
/// (STD-153).
final class ConnectorScopes {
    static final List<String> ALLOWED = KeyScope.offered().stream()
            .filter(scope -> scope.endsWith(":read")
                    || scope.equals(KeyScope.KB_SEARCH.toString())
                    || scope.equals(KeyScope.REPORT_EXPORT.toString())
                    || scope.equals(KeyScope.DOCUMENT_WRITE.toString())
                    || scope.equals(KeyScope.INTEGRATION_ANALYZE.toString()))
            .toList();

    private ConnectorScopes() {}

    /// @throws Refusal `VALIDATION_ERROR`
    static List<String> checked(List<String> scopes) {
        for (var scope : scopes) {
            if (!ALLOWED.contains(scope)) {
                throw Refusal.invalid(
                        "scopes",
                        "A connector cannot be given " + scope + "; it can be given: " + String.join(", ", ALLOWED));
            }
        }
        return scopes.stream().distinct().toList();
    }
}
