package io.redress.browser;

import org.openqa.selenium.By;

/** The one login form; the sandbox's passwords are the names. */
final class Login {

    static final By NAME = By.cssSelector("input[type=text]");
    static final By PASSWORD = By.cssSelector("input[type=password]");
    static final By SUBMIT = By.cssSelector("button[type=submit]");

    private Login() {}

    /** Opens an address that wants a login, and logs in. */
    static void in(Browser browser, String address, String login) {
        browser.go(address);
        browser.type(NAME, login);
        browser.type(PASSWORD, login);
        browser.click(SUBMIT);
    }
}
