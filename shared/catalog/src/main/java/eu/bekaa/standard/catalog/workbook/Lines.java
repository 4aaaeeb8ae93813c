package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import java.util.List;

/// The values of a cell that holds several, one a line.
final class Lines {
    private Lines() {}

    static List<String> of(String cell) {
        if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
            var only = Codes.trimmed(cell);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        return cell.lines().map(Codes::trimmed).filter(line -> !line.isEmpty()).toList();
    }
}
