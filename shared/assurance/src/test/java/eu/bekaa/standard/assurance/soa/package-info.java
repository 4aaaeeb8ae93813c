/// Tests of Statements of Applicability.
@NullMarked
package eu.bekaa.standard.assurance.soa;

import org.jspecify.annotations.NullMarked;
