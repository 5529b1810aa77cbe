package io.redress.sandbox.world;

import static io.redress.sandbox.easypost.ParcelFate.DELIVERED;
import static io.redress.sandbox.easypost.ParcelFate.IN_TRANSIT;
import static io.redress.sandbox.easypost.ParcelFate.LOST;
import static io.redress.sandbox.easypost.ParcelFate.SIGNED_FOR;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The orders the sandbox opens with: R for what the tests and the reader rely on, S for ordinary ones. */
final class Recipes {

    private final Map<String, Supplier<Draft>> byNumber = new LinkedHashMap<>();

    Recipes() {
        parcels();
        billing();
        appliances();
        ordinary();
    }

    Map<String, Supplier<Draft>> byNumber() {
        return byNumber;
    }

    private void parcels() {
        byNumber.put("R-1001", () -> Draft.by(People.LENA, "EUR", 9)
                .about("Lost: delivered without a signature, never received")
                .item("HEADPHONES-BT", "Bluetooth headphones", 1, "79.90")
                .item("CABLE-USBC-2M", "USB-C cable, 2 m", 2, "12.45")
                .delivery("4.90")
                .parcel("DHLExpress", DELIVERED));
        byNumber.put("R-1004", () -> Draft.by(People.SOPHIE, "EUR", 11)
                .about("Delivered and signed for")
                .item("KETTLE-17L", "Electric kettle, 1.7 l", 1, "59.95")
                .delivery("5.90")
                .parcel("DPD", SIGNED_FOR));
        byNumber.put("R-1005", () -> Draft.by(People.DANIEL, "USD", 10)
                .about("Lost; the refund fails afterwards")
                .item("BACKPACK-25L", "Daypack, 25 l", 1, "89.99")
                .card("pm_card_refundFail")
                .parcel("USPS", LOST));
        byNumber.put("R-1006", () -> Draft.by(People.JONAS, "EUR", 12)
                .about("Lost; none left in stock")
                .item("LAMP-BRASS-LTD", "Brass desk lamp, limited edition", 1, "74.50")
                .delivery("3.95")
                .parcel("DHLExpress", LOST));
        byNumber.put("R-1007", () -> Draft.by(People.KATRIN, "EUR", 8)
                .about("Lost; above a handler's authority")
                .item("LAPTOP-PRO-16", "Laptop Pro 16", 1, "2499.00")
                .parcel("UPS", LOST));
        byNumber.put("R-1008", () -> Draft.by(People.WEI, "USD", 9)
                .about("Three parcels, the second lost")
                .item("DESK-OAK-140", "Oak desk, 140 cm", 1, "329.00")
                .item("CHAIR-MESH", "Mesh office chair", 1, "189.50")
                .item("MONITOR-ARM", "Monitor arm", 1, "64.25")
                .delivery("19.00")
                .parcel("UPS", DELIVERED, "DESK-OAK-140")
                .parcel("UPS", LOST, "CHAIR-MESH")
                .parcel("UPS", DELIVERED, "MONITOR-ARM"));
    }

    private void billing() {
        byNumber.put("R-1002", () -> Draft.by(People.JAMES, "GBP", 170)
                .about("Billed twice for six months, one charge already paid back")
                .monthly("CLOUD-BACKUP-1T", "Cloud backup, 1 TB, monthly", "14.99")
                .months(6)
                .billedTwice());
        byNumber.put("R-1009", () -> Draft.by(People.ANNA, "EUR", 170)
                .about("Two wanted subscriptions of equal amount")
                .monthly("MUSIC-SOLO", "Music, one listener, monthly", "9.99")
                .monthly("AUDIOBOOKS-SOLO", "Audiobooks, one listener, monthly", "9.99")
                .months(6));
    }

    private void appliances() {
        byNumber.put("R-1003", () -> Draft.by(People.FANG, "USD", 210)
                .about("Fails again after a repair")
                .appliance("TV-OLED-48", "OLED television, 48 inch", "649.00", "TV48-7731-0042")
                .weighing(24_500)
                .parcel("DHLExpress", SIGNED_FOR)
                .repaired("TV-OLED-48", 64, "No picture; power board replaced.", "handler"));
        byNumber.put("R-1010", () -> Draft.by(People.MARIA, "EUR", 95)
                .about("A first failure")
                .appliance("ESPRESSO-15BAR", "Espresso machine, 15 bar", "429.00", "ES15-2208-0917")
                .delivery("6.90")
                .parcel("DPD", SIGNED_FOR));
    }

    private void ordinary() {
        byNumber.put("S-2001", () -> Draft.by(People.GRACE, "GBP", 6)
                .item("TEAPOT-1L", "Stoneware teapot, 1 l", 1, "34.00")
                .parcel("DPD", DELIVERED));
        byNumber.put("S-2002", () -> Draft.by(People.LENA, "EUR", 4)
                .item("SCARF-WOOL", "Wool scarf", 2, "29.95")
                .delivery("4.90")
                .parcel("DHLExpress", IN_TRANSIT));
        byNumber.put("S-2003", () -> Draft.by(People.MARIA, "EUR", 20)
                .appliance("BLENDER-1200W", "Blender, 1200 W", "119.00", "BL12-5530-0311")
                .parcel("DPD", DELIVERED));
        byNumber.put("S-2004", () -> Draft.by(People.DANIEL, "USD", 15)
                .item("BOOTS-HIKE-43", "Hiking boots, size 43", 1, "149.00")
                .parcel("USPS", SIGNED_FOR));
        byNumber.put("S-2005", () -> Draft.by(People.FANG, "USD", 7)
                .item("KEYBOARD-TKL", "Mechanical keyboard", 1, "99.00")
                .parcel("DHLExpress", LOST));
        byNumber.put("S-2006", () -> Draft.by(People.SOPHIE, "EUR", 9)
                .about("A gift, lost")
                .item("VASE-BLUE", "Glass vase, blue", 1, "45.00")
                .gift()
                .parcel("DPD", LOST));
        byNumber.put("S-2007", () -> Draft.by(People.JONAS, "EUR", 9)
                .about("Sold on a marketplace, lost")
                .item("DRILL-18V", "Cordless drill, 18 V", 1, "139.00")
                .soldOn("marketplace")
                .paidBy("invoice")
                .parcel("DHLExpress", LOST));
        byNumber.put("S-2008", () -> Draft.by(People.ANNA, "EUR", 9)
                .about("Cash on delivery, lost")
                .item("RUG-160", "Cotton rug, 160 cm", 1, "69.00")
                .paidBy("cash_on_delivery")
                .parcel("DPD", LOST));
        byNumber.put("S-2010", () -> Draft.by(People.FANG, "CNY", 9)
                .about("Lost; a few of them reach the day's total in yuan")
                .item("TEA-LONGJING", "Longjing tea, 250 g", 1, "300.00")
                .parcel("DHLExpress", LOST));
        byNumber.put("S-2011", () -> Draft.by(People.ANNA, "SEK", 9)
                .about("Signed for; no limit is agreed in its currency")
                .item("SKI-WAX-SET", "Ski wax set", 1, "450.00")
                .parcel("DPD", SIGNED_FOR));
        byNumber.put("S-2009", () -> Draft.by(People.KATRIN, "EUR", 9)
                .about("A business customer, lost")
                .item("PAPER-A4", "Paper, A4, box of five", 4, "21.50")
                .business()
                .parcel("DHLExpress", LOST));
    }
}
