package org.passerelle.catalogue.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;

/**
 * How a sender's records become titles and copies here.
 *
 * @param branches      the branch that each of the sender's codes means; {@link #NO_CODE} stands for no code at all
 * @param defaultBranch for copies whose code, or lack of one, is not mapped; null refuses those copies
 */
public record ImportMapping(CopyMappingProfile profile, Map<String, UUID> branches, UUID defaultBranch) {

    public static final String NO_CODE = "";

    public ImportMapping {
        branches = Map.copyOf(branches);
    }

    public Optional<UUID> branch(String code) {
        return Optional.ofNullable(branches.get(Objects.requireNonNullElse(code, NO_CODE)))
                .or(() -> Optional.ofNullable(defaultBranch));
    }
}
