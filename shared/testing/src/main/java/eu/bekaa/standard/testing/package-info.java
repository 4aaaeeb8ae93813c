/// Real parts for tests: Postgres, people in organizations of their own, sample files.
@NullMarked
package eu.bekaa.standard.testing;

import org.jspecify.annotations.NullMarked;
