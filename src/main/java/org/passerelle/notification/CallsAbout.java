package org.passerelle.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.ui.live.Topic;

/**
 * The calls that are to be made about some cases, for the pages of what these are about: a call has a case of its own, so
 * that what is to be done in theirs does not tell of it.
 */
public interface CallsAbout {

    /** Open pages hear that a call is to be made, is somebody's or is made: with the id of the case it is about, or of any. */
    Topic.Kind TOPIC = new Topic.Kind("calls-about");

    /**
     * For staff. One statement.
     *
     * @param cases their ids, whatever their processes
     * @return the ids of the calls' own cases
     */
    List<UUID> of(Collection<UUID> cases);
}
