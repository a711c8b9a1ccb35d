package org.passerelle.support.browser;

import com.vaadin.flow.component.Component;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The screens that this journey looks at for accessibility, whatever others do. It fails where it has come past one of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LooksAt {

    Class<? extends Component>[] value();
}
