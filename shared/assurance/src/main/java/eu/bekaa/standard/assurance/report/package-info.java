/// Reports: what was approved, told with its sources, kept as it was told, and rendered as files (contract §12).
@NullMarked
package eu.bekaa.standard.assurance.report;

import org.jspecify.annotations.NullMarked;
