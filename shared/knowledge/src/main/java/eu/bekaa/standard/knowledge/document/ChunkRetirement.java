package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Caller;
import java.util.UUID;

/// Told when chunks of a document stop being active, within that transaction, so that what was derived from them can
/// go too.
public interface ChunkRetirement {
    void retired(Caller caller, UUID documentId);
}
