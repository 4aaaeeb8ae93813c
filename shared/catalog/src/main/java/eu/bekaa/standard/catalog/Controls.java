package eu.bekaa.standard.catalog;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds single controls and searches among them.
@Singleton
public class Controls {
    private final ControlRows rows;
    private final Catalog catalog;

    Controls(ControlRows rows, Catalog catalog) {
        this.rows = rows;
        this.catalog = catalog;
    }

    @ReadOnly
    public ControlPage search(Caller caller, UUID scfVersionId, ControlFilter filter, ControlFilter.Window window) {
        catalog.version(caller, scfVersionId);
        var tags = filter.tags().toArray(String[]::new);
        var words = filter.words().toArray(String[]::new);
        var page = rows.page(
                scfVersionId,
                filter.controlCode(),
                filter.domainCode(),
                tags,
                words,
                window.perPage(),
                window.offset());
        int total = rows.count(scfVersionId, filter.controlCode(), filter.domainCode(), tags, words);
        return new ControlPage(page, window.page(), window.perPage(), total);
    }

    /// @throws Refusal `SCF_CONTROL_NOT_FOUND`
    @ReadOnly
    public Control find(Caller caller, UUID controlId) {
        return rows.control(controlId).orElseThrow(Refusal.notFound(ErrorCode.SCF_CONTROL_NOT_FOUND, controlId));
    }

    /// @param scfVersionId the newest version when null
    /// @throws Refusal `SCF_VERSION_NOT_FOUND`, `SCF_CONTROL_NOT_FOUND`
    @ReadOnly
    public Control byCode(Caller caller, String controlCode, @Nullable UUID scfVersionId) {
        var version = catalog.versionOrLatest(caller, scfVersionId);
        return rows.byCode(version.scfVersionId(), controlCode)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.SCF_CONTROL_NOT_FOUND,
                        "SCF " + version.versionLabel() + " has no control of this code."));
    }

    /// What each SP-CMM level looks like for the control; empty where the version's source has no criteria.
    @ReadOnly
    public List<MaturityCriterion> criteria(Caller caller, UUID controlId) {
        find(caller, controlId);
        return rows.criteriaOf(controlId);
    }
}
