package eu.bekaa.standard.assurance.poam;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PoamDependencies extends GenericRepository<PoamDependency, UUID> {
    void saveAll(Iterable<PoamDependency> dependencies);

    @Query("""
            SELECT *
              FROM poam_dependency
             WHERE organization_id = :org
               AND poam_item_id = :item
             ORDER BY depends_on_code, poam_dependency_id
            """)
    List<PoamDependency> ofItem(UUID org, UUID item);

    @Query("""
            SELECT *
              FROM poam_dependency
             WHERE organization_id = :org
               AND poam_version_id = :version
             ORDER BY poam_dependency_id
            """)
    List<PoamDependency> ofVersion(UUID org, UUID version);

    /// Copies a version's dependencies to the items of the same places in another version; the ids are used up in the
    /// order of the old ones.
    @Query("""
            INSERT INTO poam_dependency (
                   poam_dependency_id, organization_id, poam_version_id, poam_item_id, depends_on_item_id,
                   depends_on_code,
                   dependency_type)
            SELECT copy.id, d.organization_id, :to, d.item, d.other, d.depends_on_code, d.dependency_type
              FROM (SELECT row_number() OVER (ORDER BY d.poam_dependency_id) AS place, d.organization_id,
                           item.poam_item_id AS item, other.poam_item_id AS other, d.depends_on_code, d.dependency_type
                      FROM poam_dependency d
                      JOIN poam_item i ON i.organization_id = d.organization_id AND i.poam_item_id = d.poam_item_id
                      JOIN poam_item o ON o.organization_id = d.organization_id AND o.poam_item_id = d.depends_on_item_id
                      JOIN poam_item item ON item.organization_id = i.organization_id AND item.poam_version_id = :to
                           AND item.ordinal = i.ordinal
                      JOIN poam_item other ON other.organization_id = o.organization_id AND other.poam_version_id = :to
                           AND other.ordinal = o.ordinal
                     WHERE d.organization_id = :org
                       AND d.poam_version_id = :version) d
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, place) ON copy.place = d.place
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
