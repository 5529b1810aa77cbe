package io.redress.people.login;

import java.util.Optional;

/**
 * An attempt of somebody to log in.
 *
 * @param name the login as it was claimed, whether there is one or not
 * @param password the password as it was sent
 * @param address the network address it came from, as the trusted proxies tell it; empty where that does not matter
 * @param device the device that has shown by {@link KnownBrowsers} that this name has logged in on it; empty for a
 *     stranger's
 */
public record LoginTry(String name, String password, String address, Optional<String> device) {

    @Override
    public String toString() {
        return "LoginTry[name=" + name + ", address=" + address + "]";
    }
}
