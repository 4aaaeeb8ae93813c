/// The language model behind Amazon Bedrock's Converse API.
@NullMarked
package eu.bekaa.standard.function.analysis.bedrock;

import org.jspecify.annotations.NullMarked;
