package io.redress.sandbox.world;

/** Who buys in the sandbox's shop. Addresses are made up, mail addresses lead nowhere. */
final class People {

    static final Person LENA = new Person(
            "Lena Vogt",
            "lena.vogt@example.com",
            "+49 30 5550101",
            "de-DE",
            "Europe/Berlin",
            "Kastanienallee 12",
            "Berlin",
            null,
            "10435",
            "DE");
    static final Person JAMES = new Person(
            "James Whitfield",
            "james.whitfield@example.com",
            "+44 113 5550102",
            "en-GB",
            "Europe/London",
            "27 Otley Road",
            "Leeds",
            null,
            "LS6 3AA",
            "GB");
    static final Person FANG = new Person(
            "王芳",
            "wang.fang@example.com",
            "+86 21 5550 0103",
            "zh-CN",
            "Asia/Shanghai",
            "南京西路 1266 号",
            "上海",
            null,
            "200040",
            "CN");
    static final Person SOPHIE = new Person(
            "Sophie Laurent",
            "sophie.laurent@example.com",
            "+33 4 55 50 10 04",
            "en-FR",
            "Europe/Paris",
            "8 Rue Mercière",
            "Lyon",
            null,
            "69002",
            "FR");
    static final Person DANIEL = new Person(
            "Daniel Ortiz",
            "daniel.ortiz@example.com",
            "+1 512 555 0105",
            "en-US",
            "America/Chicago",
            "410 Rio Grande St",
            "Austin",
            "TX",
            "78701",
            "US");
    static final Person JONAS = new Person(
            "Jonas Keller",
            "jonas.keller@example.com",
            "+43 1 5550106",
            "de-AT",
            "Europe/Vienna",
            "Lindengasse 40",
            "Wien",
            null,
            "1070",
            "AT");
    static final Person KATRIN = new Person(
            "Katrin Brandt",
            "katrin.brandt@example.com",
            "+49 89 5550107",
            "de-DE",
            "Europe/Berlin",
            "Hohenzollernstraße 81",
            "München",
            null,
            "80796",
            "DE");
    static final Person WEI = new Person(
            "李伟",
            "li.wei@example.com",
            "+1 415 555 0108",
            "zh-CN",
            "America/Los_Angeles",
            "1540 Clement St",
            "San Francisco",
            "CA",
            "94118",
            "US");
    static final Person ANNA = new Person(
            "Anna Nowak",
            "anna.nowak@example.com",
            "+48 12 555 01 09",
            "en-PL",
            "Europe/Warsaw",
            "ul. Długa 5",
            "Kraków",
            null,
            "31-147",
            "PL");
    static final Person MARIA = new Person(
            "Maria Rossi",
            "maria.rossi@example.com",
            "+39 02 5550 110",
            "en-IT",
            "Europe/Rome",
            "Via Solferino 19",
            "Milano",
            null,
            "20121",
            "IT");
    static final Person GRACE = new Person(
            "Grace Okafor",
            "grace.okafor@example.com",
            "+44 20 5550 0111",
            "en-GB",
            "Europe/London",
            "3 Amwell Street",
            "London",
            null,
            "EC1R 1UL",
            "GB");

    private People() {}
}
