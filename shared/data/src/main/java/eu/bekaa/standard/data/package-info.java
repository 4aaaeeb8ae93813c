/// What every change goes through: the one transaction entry, tenancy, and the audit chain that commits with it.
@NullMarked
package eu.bekaa.standard.data;

import org.jspecify.annotations.NullMarked;
