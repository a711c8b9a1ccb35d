package org.passerelle.platform.ui.failure;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.platform.ui.MainLayout;

@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundPage extends FailurePage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        tell("error.notFound");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
