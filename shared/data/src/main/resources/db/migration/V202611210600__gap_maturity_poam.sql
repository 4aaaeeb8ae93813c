-- Findings of a gap analysis: one per SoA item, in its order.
CREATE TABLE gap_finding (
    gap_finding_id           uuid PRIMARY KEY,
    row_version              integer          NOT NULL,
    organization_id          uuid             NOT NULL,
    gap_analysis_version_id  uuid             NOT NULL,
    ordinal                  integer          NOT NULL CHECK (ordinal > 0),
    gap_code                 text             NOT NULL,
    soa_version_id           uuid             NOT NULL,
    soa_item_id              uuid             NOT NULL,
    framework_id             uuid             NOT NULL,
    framework_requirement_id uuid             NOT NULL,
    requirement_code         text             NOT NULL,
    scf_version_id           uuid             NOT NULL,
    scf_control_id           uuid,
    control_code             text,
    evidence_finding_id      uuid,
    assessment_status        text             NOT NULL CHECK (assessment_status IN
                             ('met', 'partially_met', 'not_met', 'not_evidenced', 'not_applicable_justified',
                              'not_applicable_not_justified', 'requires_validation')),
    gap_type                 text             NOT NULL CHECK (gap_type IN
                             ('documentation_gap', 'implementation_gap', 'evidence_gap', 'effectiveness_gap', 'governance_gap',
                              'technical_gap', 'contractual_gap', 'monitoring_gap', 'no_gap', 'not_applicable')),
    severity                 text             NOT NULL CHECK (severity IN
                             ('informational', 'low', 'medium', 'high', 'critical')),
    is_mcr_gap               boolean          NOT NULL,
    impact                   integer CHECK (impact BETWEEN 1 AND 6),
    likelihood               text CHECK (likelihood IN
                             ('remote', 'highly_unlikely', 'unlikely', 'possible', 'likely', 'almost_certain')),
    gap_summary              text             NOT NULL,
    gap_rationale            text,
    recommendation_summary   text,
    confidence_score         double precision NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    requires_user_validation boolean          NOT NULL,
    inherent_risk_score      integer          NOT NULL CHECK (inherent_risk_score BETWEEN 1 AND 36),
    residual_risk_score      double precision NOT NULL CHECK (residual_risk_score BETWEEN 0 AND 36),
    roc_determination        text CHECK (roc_determination IN
                             ('strictly_conforms', 'conforms', 'significant_deficiency', 'material_weakness')),
    FOREIGN KEY (organization_id, gap_analysis_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, soa_item_id) REFERENCES soa_item (organization_id, soa_item_id),
    UNIQUE (organization_id, gap_finding_id),
    UNIQUE (gap_analysis_version_id, ordinal)
);
CREATE INDEX gap_finding_soa_item ON gap_finding (organization_id, soa_item_id);
CALL tenant_table('gap_finding', 'gap_finding_id', 'SELECT, INSERT, UPDATE');

-- Scores of a maturity assessment: one per control of the gap analysis, in the order of control codes.
CREATE TABLE maturity_score (
    maturity_score_id   uuid PRIMARY KEY,
    row_version         integer          NOT NULL,
    organization_id     uuid             NOT NULL,
    maturity_version_id uuid             NOT NULL,
    ordinal             integer          NOT NULL CHECK (ordinal > 0),
    scf_control_id      uuid             NOT NULL,
    control_code        text             NOT NULL,
    domain_code         text             NOT NULL,
    assessment_status   text             NOT NULL CHECK (assessment_status IN
                        ('met', 'partially_met', 'not_met', 'not_evidenced', 'not_applicable_justified',
                         'not_applicable_not_justified', 'requires_validation')),
    score               integer          NOT NULL CHECK (score BETWEEN 0 AND 5),
    confidence_score    double precision NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    rationale           text             NOT NULL,
    evidence_coverage   double precision NOT NULL CHECK (evidence_coverage BETWEEN 0 AND 1),
    evidence_finding_id uuid,
    gap_finding_id      uuid,
    FOREIGN KEY (organization_id, maturity_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, gap_finding_id) REFERENCES gap_finding (organization_id, gap_finding_id),
    UNIQUE (maturity_version_id, ordinal),
    UNIQUE (maturity_version_id, scf_control_id)
);
CALL tenant_table('maturity_score', 'maturity_score_id', 'SELECT, INSERT, UPDATE');

-- Items of a plan of action, their milestones, and how they bear on each other.
CREATE TABLE poam_item (
    poam_item_id               uuid PRIMARY KEY,
    row_version                integer          NOT NULL,
    organization_id            uuid             NOT NULL,
    poam_version_id            uuid             NOT NULL,
    ordinal                    integer          NOT NULL CHECK (ordinal > 0),
    poam_code                  text             NOT NULL,
    related_gap_finding_id     uuid,
    soa_item_id                uuid,
    framework_requirement_id   uuid,
    requirement_code           text,
    scf_control_id             uuid,
    control_code               text,
    scf_domain_id              uuid,
    corrective_action          text             NOT NULL,
    action_type                text             NOT NULL CHECK (action_type IN
                               ('policy_update', 'procedure_creation', 'technical_implementation', 'evidence_collection',
                                'governance_improvement', 'monitoring_improvement', 'training', 'third_party_action',
                                'risk_acceptance', 'validation_required', 'other')),
    priority                   text             NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'critical', 'urgent')),
    severity                   text             NOT NULL CHECK (severity IN
                               ('informational', 'low', 'medium', 'high', 'critical')),
    risk_rating                text             NOT NULL CHECK (risk_rating IN
                               ('low', 'moderate', 'high', 'severe', 'extreme')),
    effort_estimate            text             NOT NULL CHECK (effort_estimate IN
                               ('small', 'medium', 'large', 'extra_large', 'unknown')),
    suggested_owner            text,
    owner_role                 text,
    due_date                   date,
    target_maturity_score      integer CHECK (target_maturity_score BETWEEN 0 AND 5),
    expected_evidence          text[]           NOT NULL,
    acceptance_criteria        text[]           NOT NULL,
    dependencies_summary       text,
    status                     text             NOT NULL CHECK (status IN
                               ('draft', 'approved', 'in_progress', 'blocked', 'completed', 'cancelled', 'deferred')),
    rationale                  text             NOT NULL,
    confidence_score           double precision NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    requires_user_validation   boolean          NOT NULL,
    risk_acceptance_expires_at date,
    CHECK (action_type <> 'risk_acceptance' OR risk_acceptance_expires_at IS NOT NULL),
    FOREIGN KEY (organization_id, poam_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, related_gap_finding_id) REFERENCES gap_finding (organization_id, gap_finding_id),
    FOREIGN KEY (organization_id, soa_item_id) REFERENCES soa_item (organization_id, soa_item_id),
    UNIQUE (organization_id, poam_item_id),
    -- what a dependency points to lies in the same version, and so in the same assessment (STD-94)
    UNIQUE (organization_id, poam_version_id, poam_item_id),
    UNIQUE (poam_version_id, ordinal)
);
CALL tenant_table('poam_item', 'poam_item_id', 'SELECT, INSERT, UPDATE');

CREATE TABLE poam_milestone (
    poam_milestone_id   uuid PRIMARY KEY,
    row_version         integer NOT NULL,
    organization_id     uuid    NOT NULL,
    poam_item_id        uuid    NOT NULL,
    ordinal             integer NOT NULL CHECK (ordinal > 0),
    milestone_code      text    NOT NULL,
    title               text    NOT NULL,
    description         text    NOT NULL,
    due_date            date,
    acceptance_criteria text[]  NOT NULL,
    expected_evidence   text[]  NOT NULL,
    FOREIGN KEY (organization_id, poam_item_id) REFERENCES poam_item (organization_id, poam_item_id),
    UNIQUE (poam_item_id, ordinal)
);
CALL tenant_table('poam_milestone', 'poam_milestone_id', 'SELECT, INSERT, UPDATE');

CREATE TABLE poam_dependency (
    poam_dependency_id uuid PRIMARY KEY,
    organization_id    uuid NOT NULL,
    poam_version_id    uuid NOT NULL,
    poam_item_id       uuid NOT NULL,
    depends_on_item_id uuid NOT NULL,
    depends_on_code    text NOT NULL,
    dependency_type    text NOT NULL CHECK (dependency_type IN
                       ('blocks', 'related_to', 'prerequisite', 'duplicates', 'depends_on_external_party')),
    FOREIGN KEY (organization_id, poam_version_id, poam_item_id)
        REFERENCES poam_item (organization_id, poam_version_id, poam_item_id),
    FOREIGN KEY (organization_id, poam_version_id, depends_on_item_id)
        REFERENCES poam_item (organization_id, poam_version_id, poam_item_id),
    UNIQUE (poam_item_id, depends_on_item_id, dependency_type)
);
CALL tenant_table('poam_dependency', 'poam_dependency_id', 'SELECT, INSERT');
