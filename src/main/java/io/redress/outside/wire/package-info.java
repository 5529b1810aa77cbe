/** Calls to the world outside that end when they must, and the keys they are made with. */
package io.redress.outside.wire;
