package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// During a deployment, and after going back from one, functions of the former release meet the schema of the new one.
/// So a migration only adds. What no release needs any more is taken away later, by a statement that says so.
class ExpandOnlyTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bDROP\\s+(TABLE|COLUMN|FUNCTION|PROCEDURE|VIEW|TYPE|SCHEMA|POLICY)\\b"
                    + "|\\bRENAME\\s+(TO|COLUMN|CONSTRAINT)\\b"
                    + "|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b"
                    + "|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+NOT\\s+NULL|DROP\\s+DEFAULT)\\b"
                    + "|\\bADD\\s+COLUMN\\s+(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT\\s+NULL\\b"
                    + "|^\\s*TRUNCATE\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    /// Before a statement: why no release that may still run needs what it takes away.
    private static final Pattern CONTRACT = Pattern.compile("^-- contract: .{20,}", Pattern.MULTILINE);

    @Test
    void migrationsOnlyAdd() throws IOException {
        var taking = new ArrayList<String>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.sorted().toList()) {
                violations(Files.readString(file))
                        .forEach(statement -> taking.add(file.getFileName() + ": " + statement));
            }
        }
        assertThat(taking).isEmpty();
    }

    @Test
    void theRuleSeesWhatTakesAway() {
        var taking = List.of(
                "ALTER TABLE risk DROP COLUMN owner;",
                "alter table risk rename to hazard;",
                "ALTER TABLE risk ALTER COLUMN score TYPE int;",
                "ALTER TABLE risk ALTER COLUMN score SET NOT NULL;",
                "ALTER TABLE risk ADD COLUMN score int NOT NULL;",
                "DROP FUNCTION due_work;");
        assertThat(taking)
                .allSatisfy(statement -> assertThat(violations(statement)).hasSize(1));
        assertThat(taking)
                .allSatisfy(statement -> assertThat(
                                violations("-- contract: nothing has read this column since 1.4\n" + statement))
                        .isEmpty());
        assertThat(violations(
                        "ALTER TABLE risk ADD COLUMN score int NOT NULL DEFAULT 0;\nCREATE TABLE x (y int NOT NULL);"))
                .isEmpty();
        assertThat(violations("-- never DROP TABLE here\nSELECT 1;")).isEmpty();
    }

    private static List<String> violations(String script) {
        return Stream.of(script.split(";"))
                .filter(statement -> !CONTRACT.matcher(statement).find())
                .map(statement -> statement.replaceAll("--[^\n]*", "").strip())
                .filter(statement -> TAKES_AWAY.matcher(statement).find())
                .toList();
    }
}
