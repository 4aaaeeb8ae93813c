package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.ChunkRetirement;
import jakarta.inject.Singleton;
import java.util.UUID;

/// A retired chunk is not found any more.
@Singleton
class RetiredChunks implements ChunkRetirement {
    private final VectorRows rows;

    RetiredChunks(VectorRows rows) {
        this.rows = rows;
    }

    @Override
    public void retired(Caller caller, UUID documentId) {
        rows.hideRetired(caller.org(), documentId);
    }
}
