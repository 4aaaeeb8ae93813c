package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// The headings of a report with their numbers and anchors, the same in every format.
public final class Outline {
    private final List<Entry> entries = new ArrayList<>();
    private final IdentityHashMap<Object, Entry> places = new IdentityHashMap<>();

    /// @param level 1 for a section, 2 for a heading within it, 3 for a requirement
    /// @param anchor unique within the report
    public record Entry(int level, String anchor, String number, String title) {
        /// Number and title on one line.
        public String line() {
            return Plain.line(number.isEmpty() ? title : number + "  " + title, 300);
        }
    }

    public Outline(ReportContent content) {
        int section = 0;
        for (var part : content.sections()) {
            section++;
            add(
                    part,
                    new Entry(
                            1,
                            "section-" + section,
                            String.valueOf(section),
                            part.kind().title()));
            int heading = 0;
            int requirement = 0;
            for (var block : part.blocks()) {
                switch (block) {
                    case Block.Heading within -> {
                        heading++;
                        add(
                                within,
                                new Entry(
                                        2,
                                        "section-" + section + "-" + heading,
                                        section + "." + heading,
                                        within.text()));
                    }
                    case Block.Findings findings -> {
                        requirement++;
                        var title = (findings.code() + "  " + findings.title()).strip();
                        add(findings, new Entry(3, "requirement-" + section + "-" + requirement, "", title));
                    }
                    case Block.Paragraph paragraph -> {}
                    case Block.KeyFigures figures -> {}
                    case Block.Table table -> {}
                    case Block.Radar radar -> {}
                    case Block.Bars bars -> {}
                    case Block.Heatmap heatmap -> {}
                    case Block.Citations citations -> {}
                    case Block.Register register -> {}
                }
            }
        }
    }

    private void add(Object place, Entry entry) {
        entries.add(entry);
        places.put(place, entry);
    }

    /// Every heading in order.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The headings that the contents page lists.
    public List<Entry> contents() {
        return entries.stream().filter(entry -> entry.level() < 3).toList();
    }

    public Entry of(Section section) {
        return place(section);
    }

    public Entry of(Block block) {
        return place(block);
    }

    private Entry place(Object what) {
        var entry = places.get(what);
        if (entry == null) {
            throw new IllegalArgumentException("No heading of this report.");
        }
        return entry;
    }
}
