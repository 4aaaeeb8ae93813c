package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a reviewable artifact. Its state is its type: only a [Draft] can be edited or submitted, only a
/// version [UnderReview] approved or rejected (STD-114). What the compiler refuses needs no test.
public sealed interface Version {
    Header header();

    Status status();

    /// Whether it has been approved: it counts, or did so until a newer version took its place.
    default boolean hasBeenApproved() {
        return switch (this) {
            case Approved approved -> true;
            case Superseded superseded -> true;
            case Draft draft -> false;
            case UnderReview submitted -> false;
            case Rejected rejected -> false;
            case Archived archived -> false;
        };
    }

    /// The state's word on the wire and in the database.
    enum Status {
        DRAFT,
        UNDER_REVIEW,
        APPROVED,
        REJECTED,
        SUPERSEDED,
        ARCHIVED;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// @param header without a content hash: it can still change
    record Draft(Header header) implements Version {
        @Override
        public Status status() {
            return Status.DRAFT;
        }

        /// @param contentHash SHA-256 of the items as submitted, 64 hex digits
        /// @throws Refusal `*_REVIEW_BLOCKED`, listing the blockers, unless there are none
        public UnderReview submit(Actor by, Instant at, List<String> blockers, String contentHash) {
            if (!blockers.isEmpty()) {
                throw new Refusal(header.kind().reviewBlocked(), "This version is not ready for review.", blockers);
            }
            return new UnderReview(header.submitted(contentHash), by.id(), at);
        }
    }

    record UnderReview(Header header, UUID submittedBy, Instant submittedAt) implements Version {
        @Override
        public Status status() {
            return Status.UNDER_REVIEW;
        }

        /// Whether approving would be approving one's own work (STD-111).
        public boolean isWorkOf(Actor actor) {
            return actor.id().equals(submittedBy) || actor.id().equals(header.createdBy());
        }

        /// Nobody approves their own work (STD-111). Asking for a [Actor.Person] keeps machines out (STD-112).
        /// @throws Refusal `FORBIDDEN` for the author or another's decision, `CONFLICT` for the decision on
        ///         another version, `APPROVAL_REQUIRED` for one that does not approve
        public Approved approve(Actor.Person by, Approval approval) {
            if (isWorkOf(by)) {
                throw ownWork();
            }
            return new Approved(this, by.id(), approval.requireApproving(by, header.id()), approval.approvalId());
        }

        /// @param reason what has to change (STD-113)
        public Rejected reject(Actor.Person by, Instant at, String reason, UUID approvalId) {
            return new Rejected(this, by.id(), at, reason, approvalId);
        }

        static Refusal ownWork() {
            return new Refusal(ErrorCode.FORBIDDEN, "A version is approved by someone other than its author.");
        }
    }

    record Approved(UnderReview submission, UUID approvedBy, Instant approvedAt, UUID approvalId) implements Version {
        private static final String REASON = "approval_reason";

        /// Takes the place of the version approved before, if there was one.
        /// @throws Refusal `*_APPROVAL_BLOCKED` where that one is newer
        Approved over(@Nullable Approved current) {
            if (current == null) {
                return this;
            }
            if (current.header().number() > header().number()) {
                throw new Refusal(header().kind().approvalBlocked(), "A newer version has been approved.");
            }
            var header = header().superseding(current.header().id());
            var reviewed = new UnderReview(header, submission.submittedBy(), submission.submittedAt());
            return new Approved(reviewed, approvedBy, approvedAt, approvalId);
        }

        /// Why it was approved, where the approver said so.
        public @Nullable String reason() {
            return header().metadata().get(REASON) instanceof String reason ? reason : null;
        }

        /// The same, with the reason given for it kept beside the version.
        Approved because(@Nullable String reason) {
            if (reason == null) {
                return this;
            }
            var all = new LinkedHashMap<>(header().metadata());
            all.put(REASON, reason);
            var reviewed = new UnderReview(header().annotated(all), submission.submittedBy(), submission.submittedAt());
            return new Approved(reviewed, approvedBy, approvedAt, approvalId);
        }

        @Override
        public Header header() {
            return submission.header();
        }

        @Override
        public Status status() {
            return Status.APPROVED;
        }
    }

    record Rejected(
            UnderReview submission,
            UUID rejectedBy,
            Instant rejectedAt,
            String reason,
            UUID approvalId,
            @Nullable UUID successor)
            implements Version {
        Rejected(UnderReview submission, UUID rejectedBy, Instant rejectedAt, String reason, UUID approvalId) {
            this(submission, rejectedBy, rejectedAt, reason, approvalId, null);
        }

        @Override
        public Header header() {
            return submission.header();
        }

        @Override
        public Status status() {
            return Status.REJECTED;
        }
    }

    record Superseded(Approved approval, UUID successor) implements Version {
        @Override
        public Header header() {
            return approval.header();
        }

        @Override
        public Status status() {
            return Status.SUPERSEDED;
        }
    }

    record Archived(Header header) implements Version {
        @Override
        public Status status() {
            return Status.ARCHIVED;
        }
    }
}
