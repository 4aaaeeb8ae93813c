/// Forms with files, read from the raw body: the same code behind Netty and behind API Gateway.
@NullMarked
package eu.bekaa.standard.web.multipart;

import org.jspecify.annotations.NullMarked;
