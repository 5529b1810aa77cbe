package io.redress.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.CarrierWebhooks;
import io.redress.sandbox.easypost.EasyPostService;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.HeldAnswers;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.http.ProviderServer;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.http.Traffic;
import io.redress.sandbox.shop.BooksInbox;
import io.redress.sandbox.shop.ShopService;
import io.redress.sandbox.state.Records;
import io.redress.sandbox.stripe.StripeBooks;
import io.redress.sandbox.stripe.StripeDesk;
import io.redress.sandbox.stripe.StripeService;
import io.redress.sandbox.stripe.Webhooks;
import io.redress.sandbox.webhook.WebhookInbox;
import io.redress.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The world outside on loopback ports: payment provider, carrier and shop, each speaking its own wire format and
 * remembering everything in one folder. Knows nothing of Spring or of the application.
 */
public final class Sandbox implements AutoCloseable {

    /** What clients must bring. They open nothing but this sandbox. */
    public static final String STRIPE_KEY = "sk_test_sandbox";

    /** With what the sandbox's Stripe signs its events. */
    public static final String STRIPE_WEBHOOK_SECRET = "whsec_sandbox";

    public static final String EASYPOST_KEY = "EZTKsandbox";
    public static final String EASYPOST_WEBHOOK_SECRET = "sandbox-easypost-webhooks";
    public static final String SHOP_TOKEN = "sandbox-shop-token";

    /** What the shop's books know us by. */
    public static final String BOOKS_SECRET = "known-to-the-books-of-the-sandbox-only";

    private final Faults faults = new Faults();
    private final HeldAnswers heldAnswers = new HeldAnswers();
    private final List<Records> books;
    private final StripeService stripeService;
    private final StripeDesk stripeDesk;
    private final Parcels parcels;
    private final CarrierWebhooks carrierWebhooks;
    private final Records easypostRecords;
    private final ShopService shopService;
    private final BooksInbox booksInbox;
    private final World world;
    private final ProviderServer stripe;
    private final ProviderServer easypost;
    private final ProviderServer shop;
    private final ProviderServer accountants;
    private final WebhookInbox webhookInbox;
    private final ProviderServer listeners;

    private Sandbox(Path folder, Clock clock, Traffic watched) {
        Traffic traffic = watched.and(heldAnswers);
        var stripeRecords = new Records(folder.resolve("stripe.jsonl"));
        var shopRecords = new Records(folder.resolve("shop.jsonl"));
        easypostRecords = new Records(folder.resolve("easypost.jsonl"));
        books = List.of(stripeRecords, easypostRecords, shopRecords);
        var stripeBooks = new StripeBooks(stripeRecords, clock);
        stripeService = new StripeService(STRIPE_KEY, stripeBooks);
        stripeDesk = new StripeDesk(stripeBooks);
        parcels = new Parcels(easypostRecords, clock);
        carrierWebhooks = new CarrierWebhooks(parcels);
        shopService = new ShopService(SHOP_TOKEN, shopRecords, parcels, clock);
        booksInbox = new BooksInbox(BOOKS_SECRET, shopRecords, clock);
        world = new World(shopService, stripeDesk, parcels, clock);
        world.open();
        stripeService.billing().listen(world::charged);
        stripe = ProviderServer.http(folder, Provider.STRIPE, stripeService, faults, traffic);
        easypost = ProviderServer.http(
                folder, Provider.EASYPOST, new EasyPostService(EASYPOST_KEY, parcels), faults, traffic);
        shop = ProviderServer.http(folder, Provider.SHOP, shopService, faults, traffic);
        accountants = ProviderServer.http(folder, Provider.BOOKS, booksInbox, faults, traffic);
        webhookInbox = new WebhookInbox(clock);
        listeners = ProviderServer.http(folder, Provider.WEBHOOKS, webhookInbox, faults, traffic);
    }

    /**
     * Opens the sandbox on free ports, with the orders R-1001 to R-1010 and a few ordinary ones.
     *
     * @param folder where everything is kept; what is found there goes on
     * @param clock what the providers call now
     */
    public static Sandbox start(Path folder, Clock clock) {
        return start(folder, clock, Traffic.UNWATCHED);
    }

    /** The same, with somebody who watches what passes the providers' doors. */
    public static Sandbox start(Path folder, Clock clock, Traffic traffic) {
        return new Sandbox(folder, clock, traffic);
    }

    public String stripeUrl() {
        return stripe.url();
    }

    /** Plain HTTP: EasyPost's client reaches it over {@code io.redress.outside.logistics.easypost.EasyPostConnections} only. */
    public String easypostUrl() {
        return easypost.url();
    }

    public String shopUrl() {
        return shop.url();
    }

    /** Where the shop's books take events; a door of its own, so that its faults hit nothing else. */
    public String booksUrl() {
        return accountants.url() + "/books";
    }

    /** Where another system hears of cases; below it, too. */
    public String webhooksUrl() {
        return listeners.url() + "/webhooks";
    }

    /** What that system heard. */
    public WebhookInbox webhooks() {
        return webhookInbox;
    }

    /** What the shop's books were told, in the order in which they first heard of it. */
    public BooksInbox books() {
        return booksInbox;
    }

    /** Lets happen at the providers what was to happen by now, such as the next charge of a subscription. */
    void timePassed() {
        stripeService.billing().run();
    }

    /** Holds back refunds that the bank will return, or lets them come back, so that a test decides when. */
    public void holdReturnedRefunds(boolean held) {
        stripeService.holdReturns(held);
    }

    /** What shall go wrong next. */
    public Faults faults() {
        return faults;
    }

    /** Whom the providers keep waiting. */
    public HeldAnswers heldAnswers() {
        return heldAnswers;
    }

    /** Orders, and copies of them. */
    public World world() {
        return world;
    }

    /** The shop's own books: orders, stock and what the warehouse was told to send. */
    public ShopService shop() {
        return shopService;
    }

    /** Refunds at Stripe, oldest first, those made by hand too; fields that begin with an underscore are notes of ours. */
    public List<ObjectNode> refunds() {
        return stripeService.refunds();
    }

    /** What of Stripe's API is offered. */
    Routes stripeRoutes() {
        return stripeService.routes();
    }

    /** What is done at Stripe behind the application's back. */
    public StripeDesk stripeDesk() {
        return stripeDesk;
    }

    /** How Stripe's events reach the application. */
    public Webhooks stripeWebhooks() {
        return stripeService.webhooks();
    }

    /** Opens a key with fewer rights at Stripe, such as {@code charge_write}. */
    public void restrictStripeKey(String key, Set<String> rights) {
        stripeService.restrict(key, rights);
    }

    /** Shipments made at EasyPost, oldest first. */
    public List<ObjectNode> labels() {
        return easypostRecords.all("shipment");
    }

    /** What carriers know of parcels, and can be made to say. */
    public Parcels parcels() {
        return parcels;
    }

    /** What the carrier's side tells unasked. */
    public CarrierWebhooks carrierWebhooks() {
        return carrierWebhooks;
    }

    @Override
    public void close() {
        stripeService.webhooks().close();
        List.of(stripe, easypost, shop, accountants, listeners).forEach(ProviderServer::close);
        books.forEach(Records::close);
    }
}
