/// What people decide and what follows from it, for every kind of artifact: the features' reviewers' desk (contract
/// §13).
@NullMarked
package eu.bekaa.standard.assurance.approval;

import org.jspecify.annotations.NullMarked;
