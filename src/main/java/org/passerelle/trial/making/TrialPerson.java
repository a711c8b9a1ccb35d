package org.passerelle.trial.making;

import java.util.Locale;
import java.util.Set;
import org.passerelle.platform.security.Role;

/** Who works in the trial library. */
enum TrialPerson {
    CAMILLE("Camille Aubry", Role.AGENT, TrialBranch.CANAL),
    BASTIEN("Bastien Leroy", Role.AGENT, TrialBranch.VERNE),
    FATOU("Fatou Ndiaye", Role.AGENT, TrialBranch.TILLEULS, TrialBranch.VERNE),
    CARPENTIER("Inès Carpentier", Role.AGENT, TrialBranch.CANAL),
    CLARA("Clara Petit", Role.AGENT, TrialBranch.CANAL),
    MARIN("Hugo Marin", Role.AGENT, TrialBranch.CANAL),
    MAELLE("Maëlle Kerdoncuff", Role.AGENT, TrialBranch.TILLEULS),
    LEILA("Leïla Benali", Role.AGENT, TrialBranch.VERNE),
    YANN("Yann Le Goff", Role.AGENT, TrialBranch.TILLEULS),
    SOLENE("Solène Marchand", Role.AGENT, TrialBranch.CANAL),
    JULIEN("Julien Faure", Role.AGENT, TrialBranch.VERNE),
    ODILE("Odile Renard", Role.AGENT, TrialBranch.CANAL),
    /** Occupational health. */
    PAULA("Paula Weiss", Role.AGENT),
    /** Human resources. */
    OMAR("Omar Saïdi", Role.AGENT),
    NADIA("Nadia Cheval", Role.MANAGER, TrialBranch.CANAL),
    ADMIN("Administration", Role.ADMIN);

    private final String displayName;
    private final Role role;
    private final Set<TrialBranch> branches;

    TrialPerson(String displayName, Role role, TrialBranch... branches) {
        this.displayName = displayName;
        this.role = role;
        this.branches = Set.of(branches);
    }

    static TrialPerson agentOf(TrialBranch branch) {
        return switch (branch) {
            case CANAL -> CAMILLE;
            case VERNE -> BASTIEN;
            case TILLEULS -> FATOU;
        };
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String displayName() {
        return displayName;
    }

    Role role() {
        return role;
    }

    Set<TrialBranch> branches() {
        return branches;
    }
}
