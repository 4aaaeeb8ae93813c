/// Reads published SCF workbooks by their headers: sheets and columns move from release to release.
@NullMarked
package eu.bekaa.standard.catalog.workbook;

import org.jspecify.annotations.NullMarked;
