package eu.bekaa.standard.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route whose answer holds a secret that is shown once: no copy is kept for a replay, which is refused with 409
/// (STD-5).
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnswersSecret {}
