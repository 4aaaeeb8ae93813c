package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Control;
import eu.bekaa.standard.catalog.source.ScfContent.Domain;
import eu.bekaa.standard.catalog.source.ScfContent.EvidenceRequest;
import eu.bekaa.standard.catalog.source.ScfContent.Hazard;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.ControlColumns.Own;
import eu.bekaa.standard.kernel.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an SCF workbook, or a control sheet saved as CSV.
public final class ScfWorkbook {
    private static final Pattern RELEASE = Pattern.compile("\\d{4}\\.\\d+(?:\\.\\d+)*");

    private ScfWorkbook() {}

    /// @throws Refusal `VALIDATION_ERROR` for what is no workbook, has no control sheet, lacks one of its columns, or
    ///         contradicts itself
    public static ScfContent read(Path file) {
        try (var workbook = XlsxFile.open(file)) {
            var warnings = new Findings();
            var sheet = controlSheet(workbook, warnings);
            var beside = new SideSheets(workbook, String.valueOf(sheet.sheet()));
            var hazards = new ArrayList<>(beside.hazards(Hazard.Kind.RISK));
            hazards.addAll(beside.hazards(Hazard.Kind.THREAT));
            return content(
                    sheet,
                    beside.domains(),
                    beside.evidence().map(EvidenceList::new).orElse(null),
                    beside.sources().orElse(null),
                    hazards,
                    warnings);
        }
    }

    /// @param text a control sheet as CSV (RFC 4180), its header in the first record
    /// @throws Refusal `VALIDATION_ERROR` as for [#read]
    public static ScfContent readCsv(String text) {
        var table = Csv.table(text);
        requireColumns(ControlColumns.of(table.header()));
        return content(table, List.of(), null, null, List.of(), new Findings());
    }

    /// The release that a file or sheet name mentions, null where it mentions none.
    public static @Nullable String release(@Nullable String name) {
        var found = RELEASE.matcher(name == null ? "" : name);
        return found.find() ? found.group() : null;
    }

    private static ScfContent content(
            Table sheet,
            List<Domain> listedDomains,
            @Nullable EvidenceList evidence,
            @Nullable Table sources,
            List<Hazard> hazards,
            Findings warnings) {
        var columns = ControlColumns.of(sheet.header());
        new SheetNotes(sheet, columns, warnings).take();
        var controls = new ControlSheet(sheet, columns, listedDomains, warnings);
        var mappings = new MappingColumns(sheet, columns, warnings);
        for (var row : sheet.rows()) {
            var code = row.textOrNull(columns.column(Own.CODE));
            if (code != null) {
                mappings.read(row, code);
            }
        }
        List<EvidenceRequest> requests = evidence == null ? List.of() : evidence.requests();
        if (evidence != null && columns.column(Own.EVIDENCE).isPresent()) {
            evidence.compare(
                    controls.controls(), sheet, columns.column(Own.EVIDENCE).getAsInt(), controls.rows(), warnings);
        }
        tellUnlisted(sheet, columns, hazards, warnings);
        var frameworks = mappings.frameworks(
                new Sources(sources, List.copyOf(columns.mappings().values()), warnings));
        return new ScfContent(
                release(sheet.sheet()),
                used(controls.domains(), controls.controls(), warnings),
                controls.controls(),
                frameworks,
                requests,
                hazards,
                warnings.kept(),
                warnings.counts());
    }

    /// A listed domain without controls is told, and kept: the list is the source's word too.
    private static List<Domain> used(List<Domain> domains, List<Control> controls, Findings warnings) {
        Set<String> inUse = new HashSet<>();
        controls.forEach(control -> inUse.add(control.domainCode()));
        for (var domain : domains) {
            if (!inUse.contains(domain.code())) {
                warnings.add(SourceWarning.of(
                        Rule.DOMAIN_UNLISTED, "Domain " + domain.code() + " (" + domain.name() + ") has no controls."));
            }
        }
        return domains;
    }

    private static void tellUnlisted(Table sheet, ControlColumns columns, List<Hazard> hazards, Findings warnings) {
        var listed = new HashSet<String>();
        hazards.forEach(hazard -> listed.add(hazard.code()));
        for (var codes : List.of(columns.risks(), columns.threats())) {
            codes.forEach((column, code) -> {
                if (!listed.contains(code)) {
                    warnings.add(sheet.warning(
                            Rule.HAZARD_UNLISTED, sheet.header(), column, "No catalog describes " + code + "."));
                }
            });
        }
    }

    /// Several sheets may list controls: the control sheet is the one with the most of the SCF's own columns.
    private static Table controlSheet(XlsxFile workbook, Findings warnings) {
        record Candidate(String sheet, Table.Row header, ControlColumns columns) {
            int size() {
                return columns.own().size() + columns.criteria().size();
            }
        }
        var candidates = new ArrayList<Candidate>();
        for (var sheet : workbook.sheetNames()) {
            workbook.header(sheet, row -> ControlColumns.of(row).own().containsKey(Own.CODE))
                    .ifPresent(header -> candidates.add(new Candidate(sheet, header, ControlColumns.of(header))));
        }
        var complete = candidates.stream()
                .filter(candidate -> candidate.columns().missing().isEmpty())
                .max(Comparator.comparingInt(Candidate::size));
        if (complete.isPresent()) {
            var chosen = complete.get();
            for (var other : candidates) {
                if (!other.sheet().equals(chosen.sheet())) {
                    warnings.add(new SourceWarning(
                            Rule.OTHER_CONTROL_SHEET,
                            other.sheet(),
                            other.header().number(),
                            Cell.letters(other.columns().column(Own.CODE).orElseThrow()),
                            "Lists controls too; the control sheet is \"" + chosen.sheet() + "\"."));
                }
            }
            return workbook.below(chosen.sheet(), chosen.header());
        }
        candidates.stream()
                .max(Comparator.comparingInt(Candidate::size))
                .ifPresent(closest -> requireColumns(closest.columns()));
        throw Refusal.invalid("file", "No sheet has the columns of an SCF control sheet.");
    }

    private static void requireColumns(ControlColumns columns) {
        var names = Map.of(
                Own.CODE, "SCF #",
                Own.DOMAIN, "SCF Domain",
                Own.TITLE, "SCF Control",
                Own.DESCRIPTION, "Control Description");
        var missing = columns.missing();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing.stream()
                    .map(own -> new Refusal.Detail(
                            "file",
                            "The control sheet has no column \""
                                    + names.getOrDefault(own, own.name().toLowerCase(Locale.ROOT)) + "\"."))
                    .toList());
        }
    }
}
