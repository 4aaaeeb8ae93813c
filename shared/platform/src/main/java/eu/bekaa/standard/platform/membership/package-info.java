/// Who belongs to an organization, in which role, and how one gets in.
@NullMarked
package eu.bekaa.standard.platform.membership;

import org.jspecify.annotations.NullMarked;
