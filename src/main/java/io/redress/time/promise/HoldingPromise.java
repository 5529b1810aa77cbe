package io.redress.time.promise;

import java.time.Instant;

/**
 * A promise that a customer is given in place of one that may not be kept.
 *
 * @param inPlaceOf the id of the clock of that promise; there is one for each, ever
 * @param turn which one of the case's round it is, from 1
 * @param until a full quarter of an hour
 * @param basis where the instant comes from, in words for staff
 * @param writtenAt when it was worked out
 * @param handedOver whether its message is written, to be sent by mail or told by a person
 * @param given whether the customer has it
 */
public record HoldingPromise(
        long inPlaceOf, int turn, Instant until, String basis, Instant writtenAt, boolean handedOver, boolean given) {}
