package eu.bekaa.standard.function.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The chapters of the API documents in the order in which an assessment needs them, with a sentence each.
final class Tags {
    private static final Map<String, String> TOLD = told();

    private Tags() {}

    private static Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("Sessions", "Signing in and out, and who one is.");
        told.put("Organizations", "The organizations one works in, their people and their settings.");
        told.put("Tenants", "All organizations, for platform administrators.");
        told.put("Members", "Who belongs to an organization, and as what.");
        told.put("Machine keys", "Keys for programs: what they may do, how long, and their rotation.");
        told.put("SCF imports", "Bringing in a release of the Secure Controls Framework, or trying it out first.");
        told.put("SCF catalog", "Controls, frameworks, requirements and the official mappings between them.");
        told.put("Assessments", "Assessments, where they stand, and the moves from one state to the next.");
        told.put("Rebase", "Carrying an open assessment over to a newer release of the framework's controls.");
        told.put("Documents", "Policies and records: upload, text extraction, download.");
        told.put(
                "Knowledge base",
                "Searching the documents of an assessment; what is found is candidate evidence only.");
        told.put("Scope", "What is assessed, and what is not.");
        told.put("Statement of Applicability", "Which requirements and controls apply, and why.");
        told.put("Evidence", "What the documents show for each item of the statement.");
        told.put("Gap analysis", "Findings, their risk, and the verdicts that follow from them.");
        told.put("Maturity", "How mature each control is, from 0 to 5.");
        told.put("POA&M", "The plan of action and its milestones.");
        told.put("Reports", "Reports, exports and audit packages, and their files.");
        told.put("Approvals", "Decisions that people are asked for and have made.");
        told.put("Artifacts", "Every version of everything that is reviewed.");
        told.put("Agent runs", "Runs of the assistants that propose and never decide.");
        told.put("Workflows", "An assessment that is taken through its life cycle step by step.");
        told.put("Webhooks", "Telling other systems what has happened.");
        told.put("Integrations", "Connections to other systems.");
        told.put("E-mail", "Templates of e-mail, and sending it.");
        told.put("Observability", "Metrics, alerts and the health of what the platform depends on.");
        told.put("Audit", "The record of what was done, and the proof that it is whole.");
        told.put("Health", "Whether the platform answers.");
        return told;
    }

    /// The tags that operations carry, those of the thread first and any others by name.
    /// @param paths of an OpenAPI document
    static List<Map<String, Object>> of(Map<String, Object> paths) {
        var used = used(paths);
        var tags = new ArrayList<Map<String, Object>>();
        TOLD.forEach((name, description) -> {
            if (used.contains(name)) {
                tags.add(Map.of("name", name, "description", description));
            }
        });
        var others = new TreeSet<>(used);
        others.removeAll(TOLD.keySet());
        others.forEach(name -> tags.add(Map.of("name", name)));
        return tags;
    }

    private static Set<String> used(Map<String, Object> paths) {
        var used = new TreeSet<String>();
        for (var path : paths.values()) {
            for (var operation : ((Map<?, ?>) path).values()) {
                if (operation instanceof Map<?, ?> described && described.get("tags") instanceof List<?> tags) {
                    tags.forEach(tag -> used.add(String.valueOf(tag)));
                }
            }
        }
        return used;
    }
}
