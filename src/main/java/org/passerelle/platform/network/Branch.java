package org.passerelle.platform.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** A library of the network, with the zone its clocks show. */
@Entity
@Table(name = "branch")
public class Branch {

    @Id
    private UUID id;
    @Column(unique = true)
    private String code;
    private String name;
    private String address;
    private String phone;
    private String timeZone;
    private String practicalNoteFr;
    private String practicalNoteEn;

    protected Branch() {
    }

    public Branch(String code, String name, String address, String phone, ZoneId zone, String practicalNoteFr,
                  String practicalNoteEn) {
        this.id = UUID.randomUUID();
        this.code = code;
        this.name = name;
        this.address = address;
        this.phone = phone;
        this.timeZone = zone.getId();
        this.practicalNoteFr = practicalNoteFr;
        this.practicalNoteEn = practicalNoteEn;
    }

    public UUID id() {
        return id;
    }

    /** The code that catalogues and files know the branch by. */
    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public String phone() {
        return phone;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Parking, entrance: what a patron needs to find the drive. May be empty. */
    public String practicalNote(Locale locale) {
        String note = "en".equals(locale.getLanguage()) ? practicalNoteEn : practicalNoteFr;
        return note == null ? "" : note;
    }

    void rename(String newCode, String newName, String newAddress, String newPhone, ZoneId zone) {
        code = newCode;
        name = newName;
        address = newAddress;
        phone = newPhone;
        timeZone = zone.getId();
    }

    void describePracticalities(String french, String english) {
        practicalNoteFr = french;
        practicalNoteEn = english;
    }
}
