package org.passerelle.team.returns.domain;

/** Where a talk takes place. */
public enum TalkWay {
    ON_SITE, PHONE, VIDEO
}
