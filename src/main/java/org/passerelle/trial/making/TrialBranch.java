package org.passerelle.trial.making;

import java.time.ZoneId;
import org.passerelle.platform.network.Branch;

/** The network of Pontclair, a town that does not exist. Telephone numbers are of the ranges kept for fiction. */
enum TrialBranch {
    CANAL("Médiathèque du Canal", "12, quai des Tanneurs, 00100 Pontclair", "02 61 91 40 10",
            "Drive côté quai, portail vert. Parking du Moulin gratuit 30 minutes, deux places réservées devant le "
                    + "portail. Restez dans la voiture : nous apportons le sac.",
            "Drive on the quay side, green gate. Moulin car park is free for 30 minutes, two bays are kept in front "
                    + "of the gate. Stay in your car: we bring the bag to you."),
    VERNE("Bibliothèque Jules-Verne", "3, place de la Gare, 00100 Pontclair", "02 61 91 40 20",
            "Entrée par la rue du Dépôt, sonnette « Drive ». Dépose-minute devant la gare ; arrêt de bus Gare, "
                    + "lignes 2 et 5. Accès de plain-pied.",
            "Entrance in rue du Dépôt, ring at “Drive”. Short-stay parking in front of the station; bus stop Gare, "
                    + "lines 2 and 5. Step-free access."),
    TILLEULS("Bibliothèque des Tilleuls", "28, allée des Tilleuls, 00110 Saint-Aubin-le-Pont", "02 61 91 40 30",
            "Le retrait se fait à la fenêtre, à gauche de l’entrée. Parking de l’école libre en dehors des heures de "
                    + "classe ; attache pour vélos sous le préau.",
            "Pick up at the window to the left of the entrance. The school car park is free outside school hours; "
                    + "bicycle racks under the shelter.");

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final String label;
    private final String address;
    private final String phone;
    private final String noteFr;
    private final String noteEn;

    TrialBranch(String label, String address, String phone, String noteFr, String noteEn) {
        this.label = label;
        this.address = address;
        this.phone = phone;
        this.noteFr = noteFr;
        this.noteEn = noteEn;
    }

    Branch make() {
        return new Branch(name(), label, address, phone, ZONE, noteFr, noteEn);
    }
}
