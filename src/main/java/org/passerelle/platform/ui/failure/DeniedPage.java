package org.passerelle.platform.ui.failure;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.platform.ui.MainLayout;

/** The view itself is not for this role. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class DeniedPage extends FailurePage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        tell("error.denied");
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
