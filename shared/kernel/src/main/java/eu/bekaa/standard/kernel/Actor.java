package eu.bekaa.standard.kernel;

import java.util.UUID;

/// Who acts. The type is the authority: only a [Person] can approve (STD-112).
public sealed interface Actor {
    /// The id under which the actor appears in records and in the audit log.
    UUID id();

    /// The actor's kind in the audit log's words (contract §16).
    String type();

    /// An identified human, signed in.
    /// @param platformAdmin may administer across organizations; every such use is audited
    record Person(UUID id, String email, String displayName, boolean platformAdmin) implements Actor {
        @Override
        public String type() {
            return "user";
        }
    }

    /// A machine key, bound to one organization.
    record Machine(UUID id, String name) implements Actor {
        @Override
        public String type() {
            return "service_account";
        }
    }

    /// The product itself: a queue worker, a schedule or a workflow, acting for the person or machine that asked.
    record Worker(UUID id, String name, String type) implements Actor {
        public Worker(UUID id, String name) {
            this(id, name, "system");
        }
    }
}
