package org.passerelle.planted.platform.security;

import org.passerelle.planted.platform.security.accounts.PlantedAccount;

public class PlantedSignIn {

    PlantedAccount signedInKnowsAccounts;
}
