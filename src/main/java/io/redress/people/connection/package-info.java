/**
 * Connections to the web server, and how long a peer may take: for the head of a request, its body, and to take the
 * answer. Tomcat's own time-outs begin anew with every byte, so that one byte a second holds a thread for as long as
 * one likes.
 */
package io.redress.people.connection;
