-- A catalog of 1,090 controls and three frameworks of 1,090 requirements, each mapped to one control.
INSERT INTO scf_version (scf_version_id, version_label, source_hash, import_status, imported_at, is_synthetic, release_order)
VALUES (md5('version')::uuid, 'Bench 2022.3', repeat('0', 64), 'succeeded', now(), false, 2022003);

INSERT INTO scf_domain (scf_domain_id, scf_version_id, domain_code, domain_name, description, intent, sort_order, is_synthetic)
SELECT md5('domain' || d)::uuid, md5('version')::uuid, 'D' || lpad(d::text, 2, '0'), 'Domain ' || d, 'What domain ' || d || ' is about',
       'What it is for', d, false
  FROM generate_series(1, 33) d;

INSERT INTO scf_control (control_id, scf_version_id, scf_domain_id, ordinal, control_code, control_title, control_description,
                         control_question, implementation_guidance, control_weight, function_grouping, tags, evidence_request_codes,
                         risk_codes, threat_codes, status, is_synthetic)
SELECT md5('control' || i)::uuid, md5('version')::uuid, md5('domain' || 1 + i % 33)::uuid, i,
       'D' || lpad((1 + i % 33)::text, 2, '0') || '-' || i, 'Control ' || i,
       'Mechanisms exist to keep access to asset ' || i || ' within the boundary that its owner has agreed.',
       'Does the organization keep access to asset ' || i || ' within the agreed boundary?', 'Review it every quarter.', 1 + i % 10,
       (ARRAY ['Identify', 'Protect', 'Detect', 'Respond', 'Recover'])[1 + i % 5], ARRAY ['tag' || i % 7], ARRAY ['E-' || i % 40],
       ARRAY ['R-' || i % 30], ARRAY ['T-' || i % 20], 'active', false
  FROM generate_series(1, 1090) i;

INSERT INTO scf_maturity_criterion (control_id, level, criterion, reachable)
SELECT md5('control' || i)::uuid, level, 'Control ' || i || ' at level ' || level, level < 5
  FROM generate_series(1, 1090) i, generate_series(0, 5) level;

INSERT INTO scf_evidence_request (evidence_request_id, scf_version_id, ordinal, code, area, artifact, description)
SELECT md5('request' || i)::uuid, md5('version')::uuid, i + 1, 'E-' || i, 'Area', 'Artefact ' || i, 'What it shows'
  FROM generate_series(0, 39) i;

INSERT INTO scf_hazard (hazard_id, scf_version_id, ordinal, kind, code, grouping_name, name, description)
SELECT md5('hazard' || i)::uuid, md5('version')::uuid, i + 1, CASE WHEN i < 30 THEN 'risk' ELSE 'threat' END,
       CASE WHEN i < 30 THEN 'R-' || i ELSE 'T-' || i - 30 END, 'Grouping', 'Hazard ' || i, 'What may happen'
  FROM generate_series(0, 49) i;

INSERT INTO scf_framework (framework_id, framework_code, framework_name, framework_version, publisher, status, is_synthetic)
SELECT md5('framework' || f)::uuid, 'bench-' || f, 'Bench framework ' || f, '2022', 'Nobody', 'active', false
  FROM generate_series(1, 3) f;

INSERT INTO scf_requirement (requirement_id, framework_id, requirement_code, requirement_title, requirement_text, is_mcr, status,
                             is_synthetic, sort_key, import_order)
SELECT md5('requirement' || f || '-' || i)::uuid, md5('framework' || f)::uuid, 'A.' || i, 'Requirement ' || i,
       'Access to asset ' || i || ' shall be kept within its boundary.', i % 9 = 0, 'active', false, 'a.' || lpad(i::text, 6, '0'),
       (SELECT import_order FROM scf_version WHERE scf_version_id = md5('version')::uuid)
  FROM generate_series(1, 3) f, generate_series(1, 1090) i;

INSERT INTO scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id, scf_control_id,
                         relationship_type, strength_score, mapping_source, is_official, status)
SELECT md5('mapping' || f || '-' || i)::uuid, md5('version')::uuid, md5('framework' || f)::uuid,
       md5('requirement' || f || '-' || i)::uuid, md5('control' || i)::uuid, 'intersects', 0.5, 'official_scf', true, 'active'
  FROM generate_series(1, 3) f, generate_series(1, 1090) i;
