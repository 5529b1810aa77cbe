package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;

/** A customer with one address. */
record Person(
        String name,
        String email,
        String phone,
        String locale,
        String timeZone,
        String street,
        String city,
        String state,
        String zip,
        String country) {

    /** The same person with an address of their own for each copy of an order, so that mails can be told apart. */
    Person copy(int number) {
        var own = number == 0 ? email : email.replace("@", "+" + number + "@");
        return new Person(name, own, phone, locale, timeZone, street, city, state, zip, country);
    }

    ObjectNode address() {
        return Json.object(
                "name", name,
                "street1", street,
                "street2", null,
                "city", city,
                "state", state,
                "zip", zip,
                "country", country,
                "phone", phone);
    }
}
