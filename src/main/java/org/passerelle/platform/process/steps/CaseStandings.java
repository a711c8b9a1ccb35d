package org.passerelle.platform.process.steps;

import java.util.List;
import java.util.Optional;
import org.passerelle.platform.process.CaseRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells where a case stands. Who asks has seen to it that the person may know. */
@Component
@Transactional(readOnly = true)
public class CaseStandings {

    private final StepsOfCases steps;
    private final List<CaseSentence> sentences;

    CaseStandings(StepsOfCases steps, List<CaseSentence> sentences) {
        this.steps = steps;
        this.sentences = sentences;
    }

    /** Three statements. */
    public CaseStanding of(CaseRef process) {
        Optional<CaseSentence.Said> said = said(process);
        return new CaseStanding(process, steps.of(process).stream().map(step -> known(process, step, said)).toList(), said);
    }

    private static Step known(CaseRef process, Step step, Optional<CaseSentence.Said> said) {
        return said.stream().flatMap(each -> each.steps().stream())
                .filter(fact -> StepModel.messageKey(process.processKey(), fact.step()).equals(step.messageKey())).findFirst()
                .map(step::as).orElse(step);
    }

    /** One statement. */
    public Optional<CaseSentence.Said> said(CaseRef process) {
        return sentences.stream().filter(each -> each.processKey().equals(process.processKey())).findFirst()
                .flatMap(each -> each.said().apply(process.id()));
    }
}
