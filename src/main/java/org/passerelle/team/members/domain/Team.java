package org.passerelle.team.members.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** People who work together, and how many of them are needed on site on each weekday. */
@Entity
@Table(name = "team")
public class Team {

    @Id
    private UUID id;
    @Version
    private int version;
    private String name;
    private boolean leaveApproval;
    @ElementCollection
    @CollectionTable(name = "team_minimum", joinColumns = @JoinColumn(name = "team"))
    @MapKeyColumn(name = "weekday")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "people")
    private Map<DayOfWeek, Integer> minimum = new HashMap<>();

    protected Team() {
    }

    public Team(String name) {
        this.id = UUID.randomUUID();
        this.name = name;
    }

    /**
     * @param least    of people on site; a weekday that is not named needs nobody
     * @param approves whether a manager decides on leave wishes
     */
    public void change(String newName, Map<DayOfWeek, Integer> least, boolean approves) {
        name = newName;
        leaveApproval = approves;
        minimum.clear();
        least.forEach((day, people) -> {
            if (people > 0) {
                minimum.put(day, people);
            }
        });
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    /** Whether a manager decides on leave wishes; otherwise they are there for all to see. */
    public boolean approvesLeave() {
        return leaveApproval;
    }

    public Map<DayOfWeek, Integer> minimum() {
        return minimum.isEmpty() ? Map.of() : new EnumMap<>(minimum);
    }
}
