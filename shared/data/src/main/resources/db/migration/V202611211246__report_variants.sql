-- Reports of different types stand side by side, each with an approved version of its own. Only the full report of four
-- approved sources concludes the assessment.
UPDATE artifact_version v
   SET metadata = v.metadata || jsonb_build_object(
           'report_type', r.report_type,
           'concludes_assessment', r.report_type = 'full_assessment_report' AND r.marking IS NULL
               AND v.soa_version_id IS NOT NULL AND v.gap_version_id IS NOT NULL
               AND v.maturity_version_id IS NOT NULL AND v.poam_version_id IS NOT NULL)
  FROM report r
 WHERE r.organization_id = v.organization_id
   AND r.version_id = v.version_id;

DROP INDEX artifact_version_approved;
CREATE UNIQUE INDEX artifact_version_approved ON artifact_version (assessment_id, kind, (metadata ->> 'report_type'))
    NULLS NOT DISTINCT WHERE status = 'approved';

-- A file that goes with a report, made when the report was generated; its hash stands in the report's content.
CREATE TABLE report_enclosure (
    version_id      uuid NOT NULL,
    organization_id uuid NOT NULL,
    name            text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9/._-]*$'),
    content         text NOT NULL,
    PRIMARY KEY (version_id, name),
    FOREIGN KEY (organization_id, version_id) REFERENCES report (organization_id, version_id)
);
CALL tenant_table('report_enclosure', NULL, 'SELECT, INSERT');
