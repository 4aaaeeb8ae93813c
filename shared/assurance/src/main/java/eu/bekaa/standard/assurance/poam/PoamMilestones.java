package eu.bekaa.standard.assurance.poam;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PoamMilestones extends GenericRepository<PoamMilestone, UUID> {
    PoamMilestone save(PoamMilestone milestone);

    void saveAll(Iterable<PoamMilestone> milestones);

    PoamMilestone update(PoamMilestone milestone);

    @Query("""
            SELECT *
              FROM poam_milestone
             WHERE organization_id = :org
               AND poam_milestone_id = :id
            """)
    Optional<PoamMilestone> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM poam_milestone
             WHERE organization_id = :org
               AND poam_item_id = :item
             ORDER BY ordinal
            """)
    List<PoamMilestone> ofItem(UUID org, UUID item);

    @Query("""
            SELECT m.*
              FROM poam_milestone m
              JOIN poam_item i ON i.organization_id = m.organization_id AND i.poam_item_id = m.poam_item_id
             WHERE i.organization_id = :org
               AND i.poam_version_id = :version
             ORDER BY i.ordinal, m.ordinal
            """)
    List<PoamMilestone> ofVersion(UUID org, UUID version);

    /// Copies the milestones of a version's items to the items of the same place in another version; the ids are used
    /// up in the order of item and milestone.
    @Query("""
            INSERT INTO poam_milestone (
                   poam_milestone_id, row_version, organization_id, poam_item_id, ordinal, milestone_code, title,
                   description,
                   due_date, acceptance_criteria, expected_evidence)
            SELECT copy.id, 0, m.organization_id, m.poam_item_id, m.ordinal, m.milestone_code, m.title, m.description,
                   m.due_date, m.acceptance_criteria, m.expected_evidence
              FROM (SELECT row_number() OVER (ORDER BY i.ordinal, m.ordinal) AS place, m.organization_id,
                           twin.poam_item_id, m.ordinal, m.milestone_code, m.title, m.description, m.due_date,
                           m.acceptance_criteria, m.expected_evidence
                      FROM poam_milestone m
                      JOIN poam_item i ON i.organization_id = m.organization_id AND i.poam_item_id = m.poam_item_id
                      JOIN poam_item twin ON twin.organization_id = i.organization_id AND twin.poam_version_id = :to
                           AND twin.ordinal = i.ordinal
                     WHERE i.organization_id = :org
                       AND i.poam_version_id = :version) m
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, place) ON copy.place = m.place
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
