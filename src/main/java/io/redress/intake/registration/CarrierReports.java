package io.redress.intake.registration;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.search.PastCases;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.ParcelNews;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.remedy.replacement.ParcelWatches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The carriers' reports of parcels that they gave up: each opens a case before the customer has to complain. The case
 * then goes the way of every other: evidence decides, and who the customer is follows from the order.
 */
@Component
class CarrierReports implements ParcelNews {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierReports.class);
    private static final Set<Parcel.State> EXCEPTIONS = Set.of(Parcel.State.LOST, Parcel.State.RETURNED);

    private final OrderSource shop;
    private final Complaints complaints;
    private final PastCases pastCases;
    private final Intake intake;
    private final ParcelWatches replacements;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    CarrierReports(
            OrderSource shop,
            Complaints complaints,
            PastCases pastCases,
            Intake intake,
            ParcelWatches replacements,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.shop = shop;
        this.complaints = complaints;
        this.pastCases = pastCases;
        this.intake = intake;
        this.replacements = replacements;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /**
     * @throws io.redress.outside.order.ShopUnavailable where it cannot be asked whose parcel it is; to be told again
     */
    @Override
    public void heard(Parcel parcel) {
        if (!EXCEPTIONS.contains(parcel.state()) || replacements.isReplacement(parcel.trackingCode())) {
            return;
        }
        Optional<Order> order = shop.find(new OrderReference(null, null, parcel.trackingCode()));
        order.ifPresent(known -> transaction.executeWithoutResult(status -> report(parcel, known)));
    }

    private void report(Parcel parcel, Order order) {
        Customer customer = customer(order.customer());
        if (customer.email() == null && customer.phone() == null) {
            LOG.warn("The carrier gave up a parcel of order {}, whose customer cannot be reached", order.number());
            return;
        }
        RegisterComplaint command = command(parcel, order, customer);
        Optional<Complaint> known = intake.known(command, TimelineEntry.ENGINE);
        if (known.isPresent()) {
            return;
        }
        Optional<Complaint> open = openAbout(parcel, order);
        if (open.isPresent()) {
            timeline.engineHeard(
                    open.get().number(),
                    TimelineKind.CARRIER_REPORTED,
                    parcel.trackingCode() + ", " + EnumWords.word(parcel.state()),
                    command.description());
        } else {
            intake.register(command, TimelineEntry.ENGINE);
        }
    }

    /** The same parcel in the same state is the same report, however often it is told. */
    private static RegisterComplaint command(Parcel parcel, Order order, Customer customer) {
        String state = parcel.state() == Parcel.State.LOST ? "is lost" : "is on its way back to us";
        String detail = parcel.detail() == null ? "" : ": " + parcel.detail();
        return new RegisterComplaint(
                Channel.CARRIER,
                Claim.NOT_RECEIVED,
                parcel.trackingCode() + " " + EnumWords.word(parcel.state()),
                null,
                ComplainantRole.BUYER,
                false,
                customer,
                order.number(),
                null,
                parcel.trackingCode(),
                null,
                List.of(),
                null,
                "The carrier reports that parcel %s %s%s".formatted(parcel.trackingCode(), state, detail),
                null,
                null);
    }

    /** The open case about this parcel, or about the order without saying which of its parcels. */
    private Optional<Complaint> openAbout(Parcel parcel, Order order) {
        List<String> payments =
                order.payments().stream().map(Order.Payment::reference).toList();
        return pastCases
                .openAbout(
                        order.number(),
                        parcel.trackingCode(),
                        payments,
                        order.customer().email(),
                        order.customer().phone())
                .flatMap(complaints::find);
    }

    private static Customer customer(Order.Customer customer) {
        return new Customer(
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.locale() == null ? null : customer.locale().toLanguageTag(),
                customer.timeZone());
    }
}
