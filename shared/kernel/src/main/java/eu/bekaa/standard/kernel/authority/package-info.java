/// Who may do what, declared once: roles and key scopes are sets of `resource:action` (contract §1.5).
@NullMarked
package eu.bekaa.standard.kernel.authority;

import org.jspecify.annotations.NullMarked;
