package eu.bekaa.standard.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The catalog's reading statements. These tables belong to no organization.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CatalogRows extends GenericRepository<ScfVersion, UUID> {
    @Query("""
            SELECT *
              FROM scf_version
             ORDER BY is_synthetic, release_order DESC, import_order DESC
            """)
    List<ScfVersion> versions();

    @Query("SELECT * FROM scf_version WHERE scf_version_id = :version")
    Optional<ScfVersion> version(UUID version);

    @Query("""
            SELECT *
              FROM scf_version
             WHERE import_status = 'succeeded'
             ORDER BY is_synthetic, release_order DESC, import_order DESC
             LIMIT 1
            """)
    Optional<ScfVersion> latest();

    @Query("""
            SELECT scf_domain_id AS id, scf_version_id, domain_code, domain_name, description, intent, sort_order, is_synthetic
              FROM scf_domain
             WHERE scf_version_id = :version
             ORDER BY sort_order
            """)
    List<Domain> domains(UUID version);

    @Query("SELECT * FROM scf_evidence_request WHERE scf_version_id = :version ORDER BY ordinal")
    List<EvidenceRequest> evidenceRequests(UUID version);

    @Query("SELECT * FROM scf_hazard WHERE scf_version_id = :version AND kind = :kind ORDER BY ordinal")
    List<Hazard> hazards(UUID version, String kind);

    @Query("SELECT * FROM scf_framework WHERE framework_id = :framework")
    Optional<Framework> framework(UUID framework);

    @Query("""
            SELECT f.*
              FROM scf_framework f
             WHERE CAST(:version AS uuid) IS NULL
                OR EXISTS (SELECT 1
                             FROM scf_mapping m
                            WHERE m.scf_version_id = CAST(:version AS uuid)
                              AND m.scf_framework_id = f.framework_id)
             ORDER BY f.framework_code
            """)
    List<Framework> frameworks(@Nullable UUID version);

    @Query("""
            SELECT EXISTS (SELECT 1
                             FROM scf_mapping
                            WHERE scf_version_id = :version
                              AND scf_framework_id = :framework)
            """)
    boolean maps(UUID version, UUID framework);

    @Query("SELECT * FROM scf_requirement WHERE framework_id = :framework ORDER BY sort_key, requirement_code")
    List<Requirement> requirements(UUID framework);

    /// What the framework asked when the version was imported: later imports change nothing (STD-17), and what only a
    /// fixture ever said is no requirement of a real version.
    @Query("""
            SELECT r.*
              FROM scf_requirement r
              JOIN scf_version v ON v.scf_version_id = :version
             WHERE r.framework_id = :framework
               AND (r.import_order <= v.import_order AND (v.is_synthetic OR NOT r.is_synthetic)
                    OR EXISTS (SELECT 1
                                 FROM scf_mapping m
                                WHERE m.scf_version_id = v.scf_version_id
                                  AND m.scf_framework_id = r.framework_id
                                  AND m.scf_framework_requirement_id = r.requirement_id))
             ORDER BY r.sort_key, r.requirement_code
            """)
    List<Requirement> requirements(UUID framework, UUID version);

    @Query("SELECT * FROM scf_requirement WHERE requirement_id = :requirement")
    Optional<Requirement> requirement(UUID requirement);
}
