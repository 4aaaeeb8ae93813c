/// What a Statement of Applicability and the files of a report cost, beside the libraries alone.
@NullMarked
package eu.bekaa.standard.bench.reports;

import org.jspecify.annotations.NullMarked;
