package org.passerelle.catalogue.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;

/**
 * How a sender's records become titles and copies here.
 *
 * @param branches      the branch that each of the sender's codes means
 * @param defaultBranch for copies without a code or with one that is not mapped; null refuses those copies
 */
public record ImportMapping(CopyMappingProfile profile, Map<String, UUID> branches, UUID defaultBranch) {

    public ImportMapping {
        branches = Map.copyOf(branches);
    }

    public Optional<UUID> branch(String code) {
        return Optional.ofNullable(code).map(branches::get).or(() -> Optional.ofNullable(defaultBranch));
    }
}
