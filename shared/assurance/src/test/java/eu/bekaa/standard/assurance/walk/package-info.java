/// Random walks through the life cycle, against a model that shares nothing with the product.
@NullMarked
package eu.bekaa.standard.assurance.walk;

import org.jspecify.annotations.NullMarked;
