package eu.bekaa.standard.assurance.walk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.ContractTable;
import eu.bekaa.standard.assurance.assessment.StoredAssessments;
import eu.bekaa.standard.assurance.assessment.TransitionRequest;
import eu.bekaa.standard.assurance.assessment.Transitions;
import eu.bekaa.standard.assurance.review.Approval;
import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Decision;
import eu.bekaa.standard.assurance.review.Decisions;
import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever people and machines do in whatever order, the product and the contract's table stand in the same
/// state.
@MicronautTest(transactional = false)
class RandomWalkTest {
    private static final int STEPS = 12;
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Assessments assessments;
    private final Transitions transitions;
    private final Reviews reviews;
    private final Approvals approvals;
    private final Decisions decisions;
    private final Transactions transactions;
    private final StoredAssessments stored;
    private final Caller assessor;
    private final Caller approver;
    private final Set<String> moves = new TreeSet<>();

    RandomWalkTest(
            Assessments assessments,
            Transitions transitions,
            Reviews reviews,
            Approvals approvals,
            Decisions decisions,
            Transactions transactions,
            StoredAssessments stored,
            Tenants tenants) {
        this.assessments = assessments;
        this.transitions = transitions;
        this.reviews = reviews;
        this.approvals = approvals;
        this.decisions = decisions;
        this.transactions = transactions;
        this.stored = stored;
        var tenant = tenants.create();
        this.assessor = tenant.assessor();
        this.approver = tenant.approver();
    }

    @Test
    @Tag("fault")
    void theProductAgreesWithTheContractOnEveryStepOfEveryWalk() {
        var dose = Dose.of("random walks of an assessment against the contract's table", 200, 10_000);
        var seeds = dose.random();
        for (int walk = 0; walk < dose.times(); walk++) {
            walk(seeds.nextInt());
        }
        dose.report(dose.times(), "%,d steps; product and table agree on each".formatted(dose.times() * STEPS));
        assertThat(moves).as("moves that were made at all").hasSizeGreaterThan(60);
    }

    private void walk(int seed) {
        var random = new Random(seed);
        var start = AssessmentState.values()[random.nextInt(AssessmentState.CLOSED.ordinal())];
        var id = stored.in(assessor, start);
        var model = new Model(start.toString());
        for (int step = 0; step < STEPS; step++) {
            var did = step(random, id, model);
            assertThat(assessments.find(assessor, id).state().toString())
                    .as("walk %d, step %d: %s", seed, step, did)
                    .isEqualTo(model.state);
        }
        var events = assessments.events(assessor, id);
        assertThat(events).as("events of walk %d", seed).hasSize(model.moves);
        events.forEach(event -> moves.add(event.previousState() + " > " + event.nextState()));
        for (var version : model.versions) {
            assertThat(reviews.ofAnyKind(assessor, version.id)
                            .orElseThrow()
                            .status()
                            .toString())
                    .as("walk %d, %s %d", seed, version.kind, version.number)
                    .isEqualTo(version.status);
        }
    }

    private String step(Random random, UUID id, Model model) {
        return switch (random.nextInt(8)) {
            case 0 -> open(random, id, model);
            case 1 -> submit(random, model);
            case 2 -> decide(random, model);
            case 3 -> approve(random, model);
            default -> transition(random, id, model);
        };
    }

    private String transition(Random random, UUID id, Model model) {
        var target = target(random, model);
        var approval = random.nextInt(3) == 0 ? null : any(random, model, "approval");
        var request = new TransitionRequest(
                target,
                "Walked.",
                approval == null ? null : approval.approval,
                Map.of("framework_id", stored.framework().toString()));
        var expected = model.transition(target.toString(), approval);
        var did = "to " + target + " with " + (approval == null ? "nothing" : approval.kind + " " + approval.number);
        assertThat(outcome(() -> transitions.transition(assessor, id, request)))
                .as(did)
                .isEqualTo(expected);
        return did;
    }

    /// Half of the time somewhere allowed, so that walks come far.
    private static AssessmentState target(Random random, Model model) {
        var states = List.of(AssessmentState.values());
        var allowed = states.stream()
                .filter(state -> ContractTable.event(model.state, null, state.toString()) != null)
                .filter(state -> random.nextInt(4) == 0 || !state.isInterruption() && !state.isTerminal())
                .toList();
        return random.nextBoolean() && !allowed.isEmpty()
                ? allowed.get(random.nextInt(allowed.size()))
                : states.get(random.nextInt(states.size()));
    }

    private String open(Random random, UUID id, Model model) {
        var kind = ArtifactKind.values()[random.nextInt(ArtifactKind.values().length)];
        var made = new UUID[1];
        var outcome = outcome(() -> {
            // every report of a walk is a whole one: only those conclude
            var whole = kind == ArtifactKind.REPORT;
            var draft = reviews.open(assessor, id, kind, Sources.NONE, Map.of(Header.CONCLUDES, whole));
            made[0] = draft.header().id();
        });
        assertThat(outcome).as("open " + kind).isEqualTo(model.isClosed() ? "CONFLICT" : Model.DONE);
        if (outcome.equals(Model.DONE)) {
            model.open(made[0], kind.toString());
        }
        return "open " + kind;
    }

    private String submit(Random random, Model model) {
        var version = any(random, model, "draft");
        if (version == null) {
            return "nothing to submit";
        }
        var outcome = outcome(() -> transactions.write(
                assessor,
                () -> reviews.submit(assessor, reviews.draft(assessor, kind(version), version.id), List.of(), HASH)));
        assertThat(outcome).as("submit " + version.kind).isEqualTo(model.isClosed() ? "CONFLICT" : Model.DONE);
        if (outcome.equals(Model.DONE)) {
            model.submit(version, asked(version));
        }
        return "submit " + version.kind + " " + version.number;
    }

    private String decide(Random random, Model model) {
        var version = any(random, model, "approval");
        if (version == null || version.approval == null) {
            return "nothing to decide";
        }
        var decision = random.nextInt(3) == 0 ? Decision.REJECTED : Decision.APPROVED;
        var approval = version.approval;
        var did = "decide " + version.kind + " " + version.number + ": " + decision;
        var closed = model.isClosed();
        var outcome = outcome(() -> {
            var taken = decisions.decide(approver, approval, decision, "Walked.");
            taken.rejected().ifPresent(rejected -> {
                var successor = reviews.reopen(approver, rejected).header();
                model.decide(version, decision.toString());
                rejected.header()
                        .kind()
                        .drafted()
                        .ifPresent(state ->
                                assessments.sendBack(approver, successor.assessmentId(), state, "Walked back."));
                model.reopened(version, successor.id());
            });
        });
        if (decision == Decision.REJECTED && outcome.equals(Model.DONE)) {
            assertThat(closed).as(did).isFalse();
            return did;
        }
        assertThat(outcome).as(did).isEqualTo(model.decide(version, decision.toString()));
        return did;
    }

    private String approve(Random random, Model model) {
        var version = any(random, model, "any");
        var given = random.nextInt(4) > 0 ? version : any(random, model, "approval");
        if (version == null || given == null || given.approval == null) {
            return "nothing to approve";
        }
        var approval = given.approval;
        var did = "approve " + version.kind + " " + version.number + " by that of " + given.kind + " " + given.number;
        var outcome = outcome(() -> reviews.approve(approver, kind(version), version.id, approval, null));
        assertThat(outcome).as(did).endsWith(model.approve(version, given));
        return did;
    }

    private static @Nullable ModelVersion any(Random random, Model model, String which) {
        var some = model.versions.stream()
                .filter(version -> switch (which) {
                    case "draft" -> version.status.equals("draft");
                    case "approval" -> version.approval != null;
                    default -> true;
                })
                .toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private UUID asked(ModelVersion version) {
        var assessment =
                reviews.ofAnyKind(assessor, version.id).orElseThrow().header().assessmentId();
        return approvals.ofAssessment(assessor, assessment).stream()
                .filter(approval -> approval.targetId().equals(version.id))
                .map(Approval::approvalId)
                .findFirst()
                .orElseThrow();
    }

    private static ArtifactKind kind(ModelVersion version) {
        return ArtifactKind.valueOf(version.kind.toUpperCase(Locale.ROOT));
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return Model.DONE;
        } catch (Refusal refusal) {
            return refusal.code().name();
        }
    }
}
