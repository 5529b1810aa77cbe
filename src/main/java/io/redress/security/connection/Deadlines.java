package io.redress.security.connection;

import java.time.Duration;

/**
 * What a peer may take, and how many may take it at once.
 *
 * @param head to send a request's first line and headers
 * @param body to send its body
 * @param answer to read the answer
 * @param slow whoever reads the answer for longer than this counts as slow
 * @param waiting the most threads that wait for peers at once; of more, the peer that has taken longest is cut off; of
 *     peers that read slowly half as many may be served at once
 */
record Deadlines(Duration head, Duration body, Duration answer, Duration slow, int waiting) {}
