package org.passerelle.circulation.reservations.domain;

/**
 * What the table of limits grants one kind of patron.
 *
 * @param maxDocuments        documents a patron may have asked for in open reservations
 * @param maxOpenReservations reservations a patron may have under way
 * @param loanDays            length of a loan from the handover
 * @param sameTitleAgain      a title that they have reserved already, or have at home, may be reserved once more
 */
public record PickupLimits(boolean mayReserve, int maxDocuments, int maxOpenReservations, int loanDays,
                           boolean sameTitleAgain) {
}
