package org.passerelle.quarantine.domain;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface SettingsOfBranches extends JpaRepository<QuarantineSettings, UUID> {

    default QuarantineSettings of(UUID branch) {
        return findById(branch).orElseGet(() -> new QuarantineSettings(branch));
    }
}
