package org.passerelle.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the server remembers visits, and how many.
 *
 * @param idle            how long a visit is remembered in which nobody signed in and nothing was put into the basket
 * @param keptIdle        how long any other is
 * @param perAddress      visits of people who have not signed in, from one address
 * @param inAll           the same, from all addresses
 * @param windows         open windows of such a visit
 * @param signedInWindows open windows of somebody who has signed in
 */
@ConfigurationProperties("passerelle.visits")
public record VisitSettings(@DefaultValue("10m") Duration idle, @DefaultValue("60m") Duration keptIdle,
                            @DefaultValue("100") int perAddress, @DefaultValue("2000") int inAll,
                            @DefaultValue("10") int windows, @DefaultValue("30") int signedInWindows) {
}
