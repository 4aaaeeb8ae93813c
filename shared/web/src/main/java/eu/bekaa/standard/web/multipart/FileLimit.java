package eu.bekaa.standard.web.multipart;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The largest file that a [MultipartForm] parameter takes; a larger one is refused with `FILE_TOO_LARGE`.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FileLimit {
    int DEFAULT_MEGABYTES = 25;

    int megabytes() default DEFAULT_MEGABYTES;
}
