package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.ImportStatus;
import eu.bekaa.standard.catalog.MappedRequirement;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.Tenants;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Loads small catalogs without a queue.
@Singleton
class Loads {
    private final Transactions transactions;
    private final CatalogLoad load;
    private final Catalog catalog;
    private final Ids ids;
    private final Caller caller;

    Loads(Transactions transactions, CatalogLoad load, Catalog catalog, Ids ids, Tenants tenants) {
        this.transactions = transactions;
        this.load = load;
        this.catalog = catalog;
        this.ids = ids;
        this.caller = tenants.create().platformAdmin();
    }

    Caller caller() {
        return caller;
    }

    CatalogLoad.Loaded load(String label, String hash, SourceType type, ScfContent content) {
        var run = new ImportRun(
                ids.next(),
                null,
                type,
                null,
                null,
                hash,
                label,
                0,
                ImportStatus.RUNNING,
                0,
                Instant.EPOCH,
                null,
                null,
                ImportStatistics.none(0),
                "trace-of-test");
        return transactions.write(caller, () -> {
            try {
                return load.load(run, content);
            } catch (CatalogLoad.LabelTaken taken) {
                throw new IllegalStateException("taken");
            }
        });
    }

    /// A version whose label is also its hash.
    UUID version(String label, SourceType type, ScfContent content) {
        return load(label, label, type, content).scfVersionId();
    }

    static ScfContent csv(String framework, String... requirements) {
        var rows = new StringBuilder(
                "SCF Domain,SCF Control,SCF #,Control Description,Function Grouping," + framework + "\n");
        for (int at = 0; at < requirements.length; at++) {
            rows.append("Governance,Title %d,GOV-%02d,Description \\ of\t%d,Identify,\"%s\"\n"
                    .formatted(at, at + 1, at, requirements[at]));
        }
        return ScfWorkbook.readCsv(rows.toString());
    }

    UUID framework(UUID version) {
        return catalog.frameworks(caller, version).getFirst().frameworkId();
    }

    List<String> codes(UUID version, UUID framework) {
        return catalog.requirements(caller, version, framework).stream()
                .map(MappedRequirement::requirement)
                .map(Requirement::requirementCode)
                .toList();
    }

    int execute(String change) {
        return transactions.write(caller, () -> {
            try (var statement = transactions.connection().createStatement()) {
                return statement.executeUpdate(change);
            } catch (SQLException denied) {
                throw new IllegalStateException(denied.getMessage());
            }
        });
    }
}
