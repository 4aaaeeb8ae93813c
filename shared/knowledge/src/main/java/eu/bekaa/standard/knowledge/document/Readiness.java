package eu.bekaa.standard.knowledge.document;

/// How far the documents of an assessment have come.
/// @param documents      taken in and not archived
/// @param unfinishedJobs still to be done on them
/// @param failed         documents that could not be read
/// @param embedded       documents that can be searched
public record Readiness(int documents, int unfinishedJobs, int failed, int embedded) {
    /// Whether at least one document can be searched and nothing more is to be done.
    public boolean isIngested() {
        return embedded > 0 && unfinishedJobs == 0;
    }
}
