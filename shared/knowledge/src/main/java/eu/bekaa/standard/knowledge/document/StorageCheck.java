package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.DependencyCheck;
import jakarta.inject.Singleton;

/// Whether the object store answers.
@Singleton
final class StorageCheck implements DependencyCheck {
    private static final String NOWHERE = "health/no-such-object";

    private final DocumentStore store;

    StorageCheck(DocumentStore store) {
        this.store = store;
    }

    @Override
    public String dependency() {
        return "object_store";
    }

    @Override
    public void ask(Caller caller) {
        store.size(NOWHERE);
    }
}
