/// What a report says: sections of typed blocks, each statement with its sources. Formats render it; nothing else is
/// read.
@NullMarked
package eu.bekaa.standard.assurance.report.content;

import org.jspecify.annotations.NullMarked;
