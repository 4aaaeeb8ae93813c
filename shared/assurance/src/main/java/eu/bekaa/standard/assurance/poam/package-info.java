/// Plan of action and milestones: who does what by when about each finding of an approved gap analysis.
@NullMarked
package eu.bekaa.standard.assurance.poam;

import org.jspecify.annotations.NullMarked;
