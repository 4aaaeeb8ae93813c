/// The Statement of Applicability: which requirements concern the organization, through which controls, and why.
@NullMarked
package eu.bekaa.standard.assurance.soa;

import org.jspecify.annotations.NullMarked;
