package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Caller;
import java.util.List;
import java.util.UUID;

/// What people still have to decide about an SoA before it can be reviewed, beside its items' own rules. The rebase,
/// which stands above this package, answers.
public interface OpenQuestions {
    /// One sentence each; none where nothing waits.
    List<String> of(Caller caller, UUID soaVersionId);
}
