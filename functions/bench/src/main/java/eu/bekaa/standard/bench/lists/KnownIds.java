package eu.bekaa.standard.bench.lists;

import eu.bekaa.standard.bench.platform.Seed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// What the variables of paths and the free parameters stand for in a seeded organization.
final class KnownIds {
    private KnownIds() {}

    static Map<String, String> of(UUID organization, String salt) {
        var known = new LinkedHashMap<String, String>();
        known.put("organizationId", organization.toString());
        known.put("orgId", organization.toString());
        known.put("tenantId", organization.toString());
        known.put("frameworkA", Seed.catalogId("framework1").toString());
        known.put("frameworkB", Seed.catalogId("framework2").toString());
        known.put("frameworkId", Seed.catalogId("framework1").toString());
        known.put("requirementId", Seed.catalogId("requirement1-7").toString());
        known.put("controlId", Seed.catalogId("control7").toString());
        known.put("control", Seed.catalogId("control7").toString());
        known.put("controlCode", "D08-7");
        known.put("scfVersionId", Seed.catalogId("version").toString());
        known.put("versionNumber", "1");
        known.put("sequence", "1");
        known.put("assessmentId", Seed.id(salt, "assessment2").toString());
        known.put("artifactId", Seed.id(salt, "soa2").toString());
        known.put("scopeId", Seed.id(salt, "scope2").toString());
        known.put("soaVersionId", Seed.id(salt, "soa2").toString());
        known.put("soaItemId", Seed.id(salt, "item2-7").toString());
        known.put("evidenceFindingId", Seed.id(salt, "evidence2-7").toString());
        known.put("gapVersionId", Seed.id(salt, "gap_analysis2").toString());
        known.put("findingId", Seed.id(salt, "gap2-7").toString());
        known.put("versionId", Seed.id(salt, "maturity_assessment2").toString());
        known.put("scoreId", Seed.id(salt, "score2-7").toString());
        known.put("poamVersionId", Seed.id(salt, "poam2").toString());
        known.put("poamItemId", Seed.id(salt, "plan2-7").toString());
        known.put("milestoneId", Seed.id(salt, "milestone2-7").toString());
        known.put("?domain_code", "D05");
        known.put("?domain", "D05");
        known.put("?by_domain", "D05");
        known.put("?q", "boundary");
        known.put("?tags", "tag3");
        known.put("?owner_role", "CISO");
        known.put("?action", "session.opened");
        known.put("?assessment_id", Seed.id(salt, "assessment2").toString());
        known.put("?framework_id", Seed.catalogId("framework1").toString());
        known.put("?framework", Seed.catalogId("framework1").toString());
        known.put("?scf_version", Seed.catalogId("version").toString());
        return known;
    }
}
