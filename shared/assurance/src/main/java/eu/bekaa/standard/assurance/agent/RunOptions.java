package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the product reads out of a run's input; the rest is the driver's business.
/// @param createDraft  whether what is proposed is drafted as an artifact too
/// @param query        what to look for in the documents
/// @param controlCodes the controls to look at
public record RunOptions(
        Driver driver, boolean createDraft, @Nullable String query, List<String> controlCodes) {
    private static final int MAX_QUERY = 2_000;
    private static final int MAX_CONTROLS = 50;
    private static final int MAX_CODE = 50;

    /// @throws Refusal `VALIDATION_ERROR`
    static RunOptions of(Map<String, Object> input) {
        var values = new ToolInput(input);
        var word = values.text("driver", MAX_CODE);
        var driver = word == null ? Driver.PLATFORM : Word.parse(Driver.class, word);
        if (driver == null) {
            throw Refusal.invalid("input.driver", "input.driver is platform or external.");
        }
        return new RunOptions(
                driver,
                values.flag("create_draft"),
                values.text("query", MAX_QUERY),
                values.texts("control_codes", MAX_CONTROLS, MAX_CODE));
    }
}
