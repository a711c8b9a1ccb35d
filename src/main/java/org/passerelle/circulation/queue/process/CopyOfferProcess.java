package org.passerelle.circulation.queue.process;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/copy-offer.bpmn}; its case is a copy set aside that is to be offered. */
@Component
public class CopyOfferProcess {

    public static final String KEY = "copy-offer";

    private final Processes processes;

    CopyOfferProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(UUID copy) {
        return new CaseRef(KEY, copy);
    }

    public void start(UUID copy) {
        processes.start(caseOf(copy), Variables.none());
    }
}
