package eu.bekaa.standard.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.assertions.Template;

/// What the roles in a template may do.
final class Roles {
    private final Map<String, List<Statement>> byFunction = new TreeMap<>();

    /// @param resource the resources as text, references and all
    record Statement(List<String> actions, String resource, String condition) {}

    private Roles() {}

    /// Reads the policies of the functions' roles; a function is known by its construct's name.
    static Roles of(List<Deployable> deployables, Template... templates) {
        var roles = new Roles();
        for (var template : templates) {
            roles.read(template, deployables);
        }
        return roles;
    }

    @SuppressWarnings("unchecked")
    private void read(Template template, List<Deployable> deployables) {
        template.findResources("AWS::IAM::Policy").forEach((id, policy) -> {
            var properties = (Map<String, Object>) Objects.requireNonNull(policy.get("Properties"));
            var document = (Map<String, Object>) Objects.requireNonNull(properties.get("PolicyDocument"));
            deployables.stream()
                    .map(Deployable::name)
                    .filter(name -> id.startsWith(name + "Role"))
                    .forEach(name -> ((List<Map<String, Object>>) Objects.requireNonNull(document.get("Statement")))
                            .forEach(statement -> byFunction
                                    .computeIfAbsent(name, absent -> new ArrayList<>())
                                    .add(statement(statement))));
        });
    }

    Set<String> functions() {
        return byFunction.keySet();
    }

    List<Statement> of(String function) {
        return byFunction.getOrDefault(function, List.of());
    }

    /// The functions that may do it to a resource whose text contains a part.
    Set<String> may(String action, String resource) {
        var able = new TreeSet<String>();
        byFunction.forEach((function, statements) -> {
            if (statements.stream()
                    .anyMatch(statement -> statement.actions().contains(action)
                            && statement.resource().contains(resource))) {
                able.add(function);
            }
        });
        return able;
    }

    @SuppressWarnings("unchecked")
    private static Statement statement(Map<String, Object> statement) {
        var action = Objects.requireNonNull(statement.get("Action"));
        return new Statement(
                action instanceof List<?> several ? (List<String>) several : List.of((String) action),
                String.valueOf(statement.get("Resource")),
                String.valueOf(statement.get("Condition")));
    }
}
