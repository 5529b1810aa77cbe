package io.redress.people.connection;

import java.time.Duration;

/**
 * The time that a peer may take, and how many peers may keep a thread waiting at once.
 *
 * @param head to send a request's first line and headers
 * @param body to send its body
 * @param answer to read the answer
 * @param grace nobody is cut off for the sake of others who has kept a thread waiting for less than this
 * @param waiting the most threads that wait for peers at once; of more, the peers that have kept one waiting longest
 *     are cut off
 */
record Deadlines(Duration head, Duration body, Duration answer, Duration grace, int waiting) {}
