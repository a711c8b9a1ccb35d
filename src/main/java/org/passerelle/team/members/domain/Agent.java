package org.passerelle.team.members.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Somebody who works here, as a member of one team: where, on which post, when. Who it is the account says. */
@Entity
@Table(name = "team_agent")
public class Agent implements Persistable<UUID> {

    @Id
    private UUID account;
    @Version
    private Integer version;
    private UUID team;
    private UUID branch;
    private UUID post;
    private int share;
    private boolean alternating;
    @ElementCollection
    @CollectionTable(name = "team_working_day", joinColumns = @JoinColumn(name = "agent"))
    private Set<WorkingDay> days = new HashSet<>();

    protected Agent() {
    }

    public Agent(UUID account, UUID team) {
        this.account = account;
        this.team = team;
    }

    /**
     * @param newPost  or null
     * @param newShare of full time, in percent
     */
    public void work(UUID newBranch, UUID newPost, int newShare, WorkingWeek week) {
        branch = newBranch;
        post = newPost;
        share = newShare;
        alternating = week.alternating();
        days.clear();
        days.addAll(week.days());
    }

    public void moveTo(UUID newTeam) {
        team = newTeam;
    }

    public UUID account() {
        return account;
    }

    public int version() {
        return version;
    }

    public UUID team() {
        return team;
    }

    public UUID branch() {
        return branch;
    }

    public UUID post() {
        return post;
    }

    public int share() {
        return share;
    }

    public WorkingWeek week() {
        return new WorkingWeek(alternating, List.copyOf(days));
    }

    @Override
    public UUID getId() {
        return account;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
