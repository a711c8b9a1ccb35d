package org.passerelle.team.returns.service;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.WorkReturn;
import org.springframework.stereotype.Component;

/** Short texts about somebody's work, sealed. */
@Component
class ShortNotes {

    /** A remark to measures that were sent back. */
    static final String REMARK = "remark";
    /** What occupational health writes to an adaptation. */
    static final String ADAPTATION = "adaptation";
    /** What a manager writes to a measure that they add. */
    static final String MEASURE = "measure";

    private final SealedTexts texts;

    ShortNotes(SealedTexts texts) {
        this.texts = texts;
    }

    /** The refusal of a text that is too long, for the field note. */
    static Optional<Outcome<Void>> wrong(String typed) {
        return PlainText.line(typed).length() <= Needs.LONGEST_NOTE ? Optional.empty() : Optional.of(
                Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("note", "team.error.noteLong", Needs.LONGEST_NOTE)));
    }

    /** What is no longer on record is not kept either: once nothing points to it any more. */
    void forget(Collection<UUID> ids) {
        texts.forget(ids);
    }

    /** @return its id, or null where nothing was typed */
    UUID seal(WorkReturn about, String kind, String typed) {
        String line = PlainText.line(typed);
        return line.isEmpty() ? null : texts.seal(about.agent(), kind, line);
    }
}
