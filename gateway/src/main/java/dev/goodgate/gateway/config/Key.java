package dev.goodgate.gateway.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One configuration key: a record component that says what it means and what it is when absent.
/// The YAML name is the component's name in lower-case-dashed form. Reader, JSON Schema and
/// documentation all come from here.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {
    /// The value when the key is absent, in YAML; [#REQUIRED] when it may not be.
    String value() default REQUIRED;

    /// One sentence: what it means, in which unit.
    String doc();

    /// The smallest value, written as in YAML; empty: 0, or 1ms for a duration.
    String least() default "";

    /// The largest value, written as in YAML; empty: 8760h for a duration, else none.
    String most() default "";

    /// What the text, each text of the list, or each entry of the map must look like.
    Form form() default Form.TEXT;

    /// True: the value is never shown in a message or a print-out.
    boolean secret() default false;

    /// Further values allowed besides the type's own, such as `off`, `auto`.
    String[] words() default {};

    /// The mark of a key without default.
    String REQUIRED = "\u0000";
}
