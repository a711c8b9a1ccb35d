package org.passerelle.team.members.service;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.FieldError;
import org.passerelle.team.members.domain.WorkingWeek;

/**
 * How somebody of a team works.
 *
 * @param branch where
 * @param post   or null
 * @param share  of full time, in percent
 */
public record AgentForm(UUID branch, UUID post, Integer share, WorkingWeek week) {

    public static final int LEAST_SHARE = 10;

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>(week.errors());
        if (branch == null) {
            errors.add(new FieldError("branch", "team.error.branch"));
        }
        if (share == null || share < LEAST_SHARE || share > 100) {
            errors.add(new FieldError("share", "team.error.share", LEAST_SHARE));
        }
        return errors;
    }
}
