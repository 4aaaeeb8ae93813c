/// Assessments and everything in them over HTTP. No rules, no SQL.
@NullMarked
package eu.bekaa.standard.function.assessments;

import org.jspecify.annotations.NullMarked;
