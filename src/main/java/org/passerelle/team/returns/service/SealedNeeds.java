package org.passerelle.team.returns.service;

import java.util.UUID;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.WorkReturn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What somebody says they need, as one sealed text. */
@Component
class SealedNeeds {

    static final String KIND = "needs";

    private final SealedTexts texts;
    private final JsonMapper json = JsonMapper.builder().build();

    SealedNeeds(SealedTexts texts) {
        this.texts = texts;
    }

    /**
     * Who answers nothing has a sealed text like everybody: otherwise one that opens empty would tell of a wish to see
     * occupational health.
     *
     * @return its id
     */
    UUID seal(WorkReturn about, Needs needs) {
        return texts.seal(about.agent(), KIND, json.writeValueAsString(needs));
    }

    /** For who is signed in; it is written down. */
    Needs open(WorkReturn about) {
        return about.needs().flatMap(texts::open).map(this::read).orElse(Needs.NONE);
    }

    /** For the step that proposes measures. */
    Needs forStep(WorkReturn about) {
        return about.needs().flatMap(texts::forStep).map(this::read).orElse(Needs.NONE);
    }

    private Needs read(String text) {
        return json.readValue(text, Needs.class);
    }
}
