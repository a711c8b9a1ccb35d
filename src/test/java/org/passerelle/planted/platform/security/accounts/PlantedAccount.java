package org.passerelle.planted.platform.security.accounts;

public class PlantedAccount {
}
