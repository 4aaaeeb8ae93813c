/// Carries an open assessment over to a newer SCF version: what did not change keeps its work, what changed is queued
/// for people to look at, and nothing is lost.
@NullMarked
package eu.bekaa.standard.assurance.rebase;

import org.jspecify.annotations.NullMarked;
