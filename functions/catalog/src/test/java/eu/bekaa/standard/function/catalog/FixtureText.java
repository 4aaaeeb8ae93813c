package eu.bekaa.standard.function.catalog;

/// A made-up catalog in which the source states operators.
final class FixtureText {
    static final String OPERATORS = """
            {"domains": [{"code": "GOV", "name": "Governance"}],
             "controls": [{"code": "GOV-01", "domain_code": "GOV", "title": "Programme", "criteria": {"0": "None.", "3": "Defined."}},
                          {"code": "GOV-02", "domain_code": "GOV", "title": "Charter"}],
             "frameworks": [{"name": "Operators v1", "requirements": [{"code": "1", "title": "One", "text": "First."},
                                                                      {"code": "2"}, {"code": "3"}],
                             "mappings": [{"control_code": "GOV-01", "requirement_code": "1", "relationship_type": "direct"},
                                          {"control_code": "GOV-02", "requirement_code": "1",
                                           "relationship_type": "intersects", "strength_score": 0.7},
                                          {"control_code": "GOV-01", "requirement_code": "2",
                                           "relationship_type": "no_relationship"}]}]}
            """;

    private FixtureText() {}
}
