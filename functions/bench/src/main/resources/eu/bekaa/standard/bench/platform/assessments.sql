-- Assessments :first to :last of an organization, each with a Statement of Applicability of :items items. Every second one has gone
-- on to evidence, gaps, maturity and a plan of action. :salt tells the ids of one organization from another's.
INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id, scf_version_label, event_count,
                        framework_id, announced_documents, cycle_number, is_synthetic, created_by, created_at, updated_at)
SELECT md5(':salt assessment' || n)::uuid, 3, ':org', 'Assessment ' || n, CASE WHEN n % 2 = 0 THEN 'poam_approved' ELSE 'soa_approved' END,
       md5('version')::uuid, 'Bench 2022.3', 6, md5('framework1')::uuid, 0, 1, false, ':author', now(), now()
  FROM generate_series(:first, :last) n;

INSERT INTO lifecycle_event (event_id, organization_id, assessment_id, ordinal, previous_state, next_state, event_type, actor_id, reason,
                             timestamp, trace_id, metadata)
SELECT md5(':salt event' || n || '-' || e)::uuid, ':org', md5(':salt assessment' || n)::uuid, e, 'draft', 'documents_uploaded',
       'document_uploaded', ':author', 'Moved.', now(), 'bench-trace', '{}'
  FROM generate_series(:first, :last) n, generate_series(1, 6) e;

INSERT INTO artifact_version (version_id, organization_id, assessment_id, kind, number, status, framework_id, scf_version_id, scope_id,
                              soa_version_id, gap_version_id, maturity_version_id, metadata, content_hash, created_by, created_at,
                              submitted_by, submitted_at, trace_id)
SELECT md5(':salt ' || kind || n)::uuid, ':org', md5(':salt assessment' || n)::uuid, kind, 1, 'draft', md5('framework1')::uuid,
       md5('version')::uuid,
       CASE WHEN kind <> 'scope' THEN md5(':salt scope' || n)::uuid END,
       CASE WHEN kind IN ('gap_analysis', 'maturity_assessment', 'poam') THEN md5(':salt soa' || n)::uuid END,
       CASE WHEN kind IN ('maturity_assessment', 'poam') THEN md5(':salt gap_analysis' || n)::uuid END,
       CASE WHEN kind = 'poam' THEN md5(':salt maturity_assessment' || n)::uuid END,
       '{}', repeat('a', 64), ':author', now(), ':author', now(), 'bench-trace'
  FROM generate_series(:first, :last) n,
       unnest(ARRAY ['scope', 'soa', 'gap_analysis', 'maturity_assessment', 'poam']) kind
 WHERE n % 2 = 0 OR kind IN ('scope', 'soa');

INSERT INTO approval (approval_id, organization_id, assessment_id, gate, target_type, target_id, artifact_version, decision, requested_by,
                      actor_id, reason, created_at, decided_at, trace_id)
SELECT md5('approval' || version_id)::uuid, organization_id, assessment_id, CASE WHEN kind = 'scope' THEN 'soa' ELSE kind END,
       'artifact_version', version_id, 1, 'approved', ':author', ':approver', 'Agreed.', now(), now(), 'bench-trace'
  FROM artifact_version
 WHERE organization_id = ':org'
   AND status = 'draft';

UPDATE artifact_version
   SET status = 'approved', decided_by = ':approver', decided_at = now(), approval_id = md5('approval' || version_id)::uuid
 WHERE organization_id = ':org'
   AND status = 'draft';

INSERT INTO scope (scope_id, organization_id, fields, updated_at)
SELECT md5(':salt scope' || n)::uuid, ':org',
       '{"title": "Everything", "description": "All of it.", "business_units": [], "processes": [], "systems": ["Platform"],
         "locations": [], "legal_entities": [], "data_types": [], "third_parties": [], "exclusions": [], "assumptions": [],
         "constraints": []}', now()
  FROM generate_series(:first, :last) n;

INSERT INTO soa_item (soa_item_id, row_version, organization_id, soa_version_id, ordinal, framework_id, framework_requirement_id,
                      requirement_code, scf_version_id, scf_control_id, control_code, applicability_status, implementation_status,
                      applicability_rationale, non_applicability_rationale, scope_rationale, evidence_coverage, confidence_score,
                      requires_user_validation, source_mapping_id, mapping_status, relationship_type, relationship_strength,
                      responsibility_type)
SELECT md5(':salt item' || n || '-' || i)::uuid, 0, ':org', md5(':salt soa' || n)::uuid, i, md5('framework1')::uuid,
       md5('requirement1-' || i)::uuid, 'A.' || i, md5('version')::uuid, md5('control' || i)::uuid,
       'D' || lpad((1 + i % 33)::text, 2, '0') || '-' || i,
       (ARRAY ['applicable', 'applicable', 'partially_applicable', 'not_applicable', 'applicable', 'out_of_scope'])[1 + (n + i) % 6],
       (ARRAY ['implemented', 'partially_implemented', 'not_implemented', 'not_evidenced'])[1 + (n + i) % 4],
       'The organization runs it.', 'The organization has none.', 'Outside the boundary.',
       (ARRAY ['strong', 'partial', 'weak', 'absent'])[1 + (n + i) % 4], 0.8, false, md5('mapping1-' || i)::uuid, 'official_mapping',
       'intersects', 0.5, 'internal'
  FROM generate_series(:first, :last) n, generate_series(1, :items) i;

INSERT INTO evidence_finding (evidence_finding_id, organization_id, assessment_id, soa_version_id, soa_item_id, ordinal,
                              framework_requirement_id, scf_control_id, evidence_strength, evidence_status, evidence_summary,
                              evidence_limitations, confidence_score, matched_signals, created_at)
SELECT md5(':salt evidence' || n || '-' || i)::uuid, ':org', md5(':salt assessment' || n)::uuid, md5(':salt soa' || n)::uuid,
       md5(':salt item' || n || '-' || i)::uuid, i, md5('requirement1-' || i)::uuid, md5('control' || i)::uuid,
       (ARRAY ['strong', 'partial', 'weak', 'absent'])[1 + (n + i) % 4],
       (ARRAY ['accepted', 'candidate', 'insufficient', 'not_evidenced'])[1 + (n + i) % 4],
       'The access policy says so in its third section.', ARRAY ['One document only.'], 0.7, '[]', now()
  FROM generate_series(:first, :last) n, generate_series(1, :items) i
 WHERE n % 2 = 0;

INSERT INTO gap_finding (gap_finding_id, row_version, organization_id, gap_analysis_version_id, ordinal, gap_code, soa_version_id,
                         soa_item_id, framework_id, framework_requirement_id, requirement_code, scf_version_id, scf_control_id,
                         control_code, evidence_finding_id, assessment_status, gap_type, severity, is_mcr_gap, impact, likelihood,
                         gap_summary, gap_rationale, recommendation_summary, confidence_score, requires_user_validation,
                         inherent_risk_score, residual_risk_score, roc_determination)
SELECT md5(':salt gap' || n || '-' || i)::uuid, 0, ':org', md5(':salt gap_analysis' || n)::uuid, i, 'GAP-' || lpad(i::text, 4, '0'),
       md5(':salt soa' || n)::uuid, md5(':salt item' || n || '-' || i)::uuid, md5('framework1')::uuid,
       md5('requirement1-' || i)::uuid, 'A.' || i, md5('version')::uuid, md5('control' || i)::uuid,
       'D' || lpad((1 + i % 33)::text, 2, '0') || '-' || i, md5(':salt evidence' || n || '-' || i)::uuid,
       (ARRAY ['met', 'partially_met', 'not_met', 'not_evidenced'])[1 + (n + i) % 4],
       (ARRAY ['no_gap', 'documentation_gap', 'implementation_gap', 'evidence_gap'])[1 + (n + i) % 4],
       (ARRAY ['informational', 'low', 'medium', 'high', 'critical'])[1 + (n + i) % 5], i % 9 = 0, 1 + i % 6,
       (ARRAY ['remote', 'highly_unlikely', 'unlikely', 'possible', 'likely', 'almost_certain'])[1 + i / 6 % 6], 'What is missing.', 'Why it matters.', 'What to do.', 0.7, false,
       (1 + i % 6) * (1 + i / 6 % 6), (1 + i % 6) * (1 + i / 6 % 6) / 2.0,
       (ARRAY ['strictly_conforms', 'conforms', 'significant_deficiency', 'material_weakness'])[1 + (n + i) % 4]
  FROM generate_series(:first, :last) n, generate_series(1, :items) i
 WHERE n % 2 = 0;

INSERT INTO maturity_score (maturity_score_id, row_version, organization_id, maturity_version_id, ordinal, scf_control_id, control_code,
                            domain_code, assessment_status, score, confidence_score, rationale, evidence_coverage, evidence_finding_id,
                            gap_finding_id)
SELECT md5(':salt score' || n || '-' || i)::uuid, 0, ':org', md5(':salt maturity_assessment' || n)::uuid, i, md5('control' || i)::uuid,
       'D' || lpad((1 + i % 33)::text, 2, '0') || '-' || i, 'D' || lpad((1 + i % 33)::text, 2, '0'),
       (ARRAY ['met', 'partially_met', 'not_met', 'not_evidenced'])[1 + (n + i) % 4], (n + i) % 5, 0.7, 'As the evidence shows.', 0.6,
       md5(':salt evidence' || n || '-' || i)::uuid, md5(':salt gap' || n || '-' || i)::uuid
  FROM generate_series(:first, :last) n, generate_series(1, :items) i
 WHERE n % 2 = 0;

INSERT INTO poam_item (poam_item_id, row_version, organization_id, poam_version_id, ordinal, poam_code, related_gap_finding_id,
                       soa_item_id, framework_requirement_id, requirement_code, scf_control_id, control_code, scf_domain_id,
                       corrective_action, action_type, priority, severity, risk_rating, effort_estimate, owner_role, due_date,
                       target_maturity_score, expected_evidence, acceptance_criteria, status, rationale, confidence_score,
                       requires_user_validation)
SELECT md5(':salt plan' || n || '-' || i)::uuid, 0, ':org', md5(':salt poam' || n)::uuid, i, 'POAM-' || i,
       md5(':salt gap' || n || '-' || i)::uuid, md5(':salt item' || n || '-' || i)::uuid, md5('requirement1-' || i)::uuid, 'A.' || i,
       md5('control' || i)::uuid, 'D' || lpad((1 + i % 33)::text, 2, '0') || '-' || i, md5('domain' || 1 + i % 33)::uuid,
       'Write the procedure and have it reviewed.',
       (ARRAY ['policy_update', 'procedure_creation', 'technical_implementation', 'evidence_collection'])[1 + i % 4],
       (ARRAY ['low', 'medium', 'high', 'critical', 'urgent'])[1 + i % 5],
       (ARRAY ['informational', 'low', 'medium', 'high', 'critical'])[1 + i % 5],
       (ARRAY ['low', 'moderate', 'high', 'severe'])[1 + i % 4], 'medium', (ARRAY ['CISO', 'CTO'])[1 + i % 2], date '2027-03-01', 3,
       ARRAY ['The procedure'], ARRAY ['It is approved'],
       (ARRAY ['draft', 'approved', 'in_progress', 'completed'])[1 + i % 4], 'It answers the gap.', 0.7, false
  FROM generate_series(:first, :last) n, generate_series(1, :items) i
 WHERE n % 2 = 0;

INSERT INTO poam_milestone (poam_milestone_id, row_version, organization_id, poam_item_id, ordinal, milestone_code, title, description,
                            due_date, acceptance_criteria, expected_evidence)
SELECT md5(':salt milestone' || n || '-' || i)::uuid, 0, ':org', md5(':salt plan' || n || '-' || i)::uuid, 1, 'M-1', 'Draft',
       'The first draft.', date '2027-01-01', ARRAY ['It is there'], ARRAY ['The draft']
  FROM generate_series(:first, :last) n, generate_series(1, LEAST(:items, 100)) i
 WHERE n % 2 = 0;
