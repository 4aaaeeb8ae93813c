package eu.bekaa.standard.function.local.demo;

import java.util.List;
import java.util.Map;

/// What is read out of the API's answers.
public final class Answers {
    private Answers() {}

    /// A field that the answer must hold.
    public static String text(Map<String, Object> answer, String field) {
        var value = answer.get(field);
        if (value == null) {
            throw new IllegalStateException("The answer holds no " + field + ": " + answer);
        }
        return value.toString();
    }

    /// An object within an answer, empty when absent.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> nested(Map<String, Object> answer, String field) {
        return (Map<String, Object>) answer.getOrDefault(field, Map.of());
    }

    /// The objects of a list answer.
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> data(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.getOrDefault("data", List.of());
    }
}
