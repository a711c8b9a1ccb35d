package org.passerelle.platform.ui.failure;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.platform.ui.MainLayout;

@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedFailurePage extends FailurePage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        tell("error.unexpected", UnexpectedFailures.record(error.getCaughtException()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
