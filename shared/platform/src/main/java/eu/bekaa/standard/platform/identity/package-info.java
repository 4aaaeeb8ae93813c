/// People, their sessions, their organizations and the roles they hold there.
@NullMarked
package eu.bekaa.standard.platform.identity;

import org.jspecify.annotations.NullMarked;
