/// Machine keys: random secrets bound to one organization and a set of scopes (STD-20..25).
@NullMarked
package eu.bekaa.standard.platform.apikey;

import org.jspecify.annotations.NullMarked;
