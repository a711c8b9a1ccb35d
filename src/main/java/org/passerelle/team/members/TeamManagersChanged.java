package org.passerelle.team.members;

/** Other people look after some team from now on; told within the transaction. */
public record TeamManagersChanged() {
}
