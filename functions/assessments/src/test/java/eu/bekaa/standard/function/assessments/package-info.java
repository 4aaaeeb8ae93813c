/// Tests of assessments over HTTP.
@NullMarked
package eu.bekaa.standard.function.assessments;

import org.jspecify.annotations.NullMarked;
