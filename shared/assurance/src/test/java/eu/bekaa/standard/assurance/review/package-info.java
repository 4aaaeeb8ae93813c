/// Versions, submissions and decisions, in memory and on Postgres.
@NullMarked
package eu.bekaa.standard.assurance.review;

import org.jspecify.annotations.NullMarked;
