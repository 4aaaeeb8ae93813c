/// The life cycle, held against the contract's own table.
@NullMarked
package eu.bekaa.standard.assurance.assessment;

import org.jspecify.annotations.NullMarked;
