package org.passerelle.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the server's work one address may ask for at a time.
 *
 * @param perAddress       requests that are being answered; a library's people may all share one address
 * @param bodiesPerAddress of these, such whose body has not come yet
 * @param bodies           the same, of all addresses: well below the number of threads, which wait for them
 * @param bodyWithin       how long a body may take to come
 */
@ConfigurationProperties("passerelle.requests")
record RequestSettings(@DefaultValue("100") int perAddress, @DefaultValue("20") int bodiesPerAddress,
                       @DefaultValue("60") int bodies, @DefaultValue("20s") Duration bodyWithin) {
}
