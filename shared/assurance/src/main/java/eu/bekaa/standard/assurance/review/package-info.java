/// The one mechanism for everything that is reviewed: numbered versions, submission, human approval (contract §13).
@NullMarked
package eu.bekaa.standard.assurance.review;

import org.jspecify.annotations.NullMarked;
