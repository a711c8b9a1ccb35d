package org.passerelle;

public class PasserelleApplication {
}
