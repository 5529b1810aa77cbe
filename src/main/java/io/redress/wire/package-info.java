/** Calls to the world outside that end when they must, and the keys they are made with. Knows no other room. */
package io.redress.wire;
